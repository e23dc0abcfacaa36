package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Parties;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.Set;

/// Answers a request, in full or in part, or refuses it; both go to whom the request was between.
@Component
@Transactional
public class AnsweringRequest {
    private final Access access;
    private final Vault vault;
    private final Pen pen;

    AnsweringRequest(Access access, Vault vault, Pen pen) {
        this.access = access;
        this.vault = vault;
        this.pen = pen;
    }

    /// Answers.
    public Sending answer(Officer.OfDesk officer, Message.InformationAnswer answer, Manner manner) {
        return reply(officer, answer.request(), answer, manner);
    }

    /// Refuses, on a coded ground.
    public Sending refuse(Officer.OfDesk officer, Message.RequestRefused refusal, Manner manner) {
        return reply(officer, refusal.request(), refusal, manner);
    }

    private Sending reply(Officer.OfDesk officer, EntryId id, Message reply, Manner manner) {
        Optional<HeldEntry> held = vault.held(id);
        if (held.isEmpty()) {
            return Sending.not(SendingGround.ENTRY_UNKNOWN);
        }
        HeldEntry request = held.get();
        Optional<Request> asked =
                Requests.in(request.picture()).stream()
                        .filter(state -> state.asked().id().equals(id))
                        .findFirst();
        Action action = action(request, asked, reply);
        if (access.decide(officer, action) instanceof Decision.Denied(var ground)) {
            return Sending.not(ground);
        }
        return asked.map(state -> replyTo(officer, state, request, reply, manner))
                .orElse(Sending.not(SendingGround.NOT_SUCH_AN_ENTRY));
    }

    /// Of what is no question everybody to whom it was addressed may learn that it is none.
    private Action action(HeldEntry entry, Optional<Request> asked, Message reply) {
        Parties parties = entry.parties(vault.self());
        Set<DeskId> desks =
                asked.map(state -> Set.of(state.asked().message().to()))
                        .orElse(parties.addressed());
        return reply instanceof Message.RequestRefused
                ? new Action.Refuse(entry.id(), parties, desks)
                : new Action.Answer(entry.id(), parties, desks);
    }

    /// A refused request may still be answered: the desk thought again.
    static boolean mayBeAnswered(Request state) {
        return switch (state) {
            case Request.Sent _, Request.Delivered _, Request.AnsweredInPart _, Request.Refused _ ->
                    true;
            case Request.Answered _, Request.Withdrawn _ -> false;
        };
    }

    static boolean mayBeRefused(Request state) {
        return mayBeAnswered(state) && !(state instanceof Request.Refused);
    }

    private Sending replyTo(
            Officer.OfDesk officer,
            Request state,
            HeldEntry request,
            Message reply,
            Manner manner) {
        boolean open =
                reply instanceof Message.RequestRefused
                        ? mayBeRefused(state)
                        : mayBeAnswered(state);
        return open
                ? pen.write(officer, request.dossier(), reply, audience(state, request), manner)
                : Sending.not(SendingGround.REQUEST_CLOSED);
    }

    /// A desk in copy that is gone keeps nobody from answering; an asker that is gone gets no answer.
    private static Audience audience(Request state, HeldEntry request) {
        Audience now = request.audienceNow();
        return now.includes(state.asked().askingNode()) ? now : request.content().audience();
    }
}
