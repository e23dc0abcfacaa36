package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Parties;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.ShowingDossier;
import org.counterpart.app.dossiers.ShownLine;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says what an officer may do next with what was shown of a dossier. A step is named only where neither who asks nor how
/// things stand is against it; nothing is decided by it, and nothing written down.
@Component
@Transactional
public class SeeingNext {
    private final Access access;
    private final Vault vault;
    private final AskingPermission permissions;
    private final InstantSource clock;
    private final OriginatorControl control;

    SeeingNext(Access access, Vault vault, AskingPermission permissions, InstantSource clock) {
        this.access = access;
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.permissions = permissions;
        this.clock = clock;
    }

    /// What may be done with an entry, the most pressing first.
    public enum Step {
        ANSWER_RECALL,
        GRANT_PERMISSION,
        REFUSE_PERMISSION,
        ANSWER,
        REFUSE,
        RECALL,
        USE_IN_COURT,
        ASK_FOR_COURT
    }

    /// What may be done in the dossier.
    public enum Move {
        ASK_ON,
        ADD_MEMBER,
        REMOVE_MEMBER
    }

    /// What may be done.
    ///
    /// @param steps by entry; an entry with which nothing may be done is not in it
    public record Next(SortedMap<EntryId, List<Step>> steps, Set<Move> moves) {
        public Next {
            steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
            moves = Collections.unmodifiableSet(moves);
        }
    }

    public Next see(Officer.OfDesk officer, ShowingDossier.Shown shown) {
        var looking = new Looking(officer, shown.picture());
        var steps = new TreeMap<EntryId, List<Step>>();
        for (ShownLine line : shown.lines()) {
            if (line instanceof ShownLine.Open(var open, var _)) {
                HeldEntry.in(shown.picture(), open.id())
                        .map(looking::steps)
                        .filter(some -> !some.isEmpty())
                        .ifPresent(some -> steps.put(open.id(), some));
            }
        }
        return new Next(steps, looking.moves());
    }

    /// One officer's look at one picture.
    private final class Looking {
        private final Officer.OfDesk officer;
        private final Picture picture;
        private final List<Request> requests;

        Looking(Officer.OfDesk officer, Picture picture) {
            this.officer = officer;
            this.picture = picture;
            this.requests = Requests.in(picture);
        }

        private boolean may(Action action) {
            return access.foresee(officer, action) instanceof Decision.Allowed;
        }

        private boolean isMember() {
            return picture.members().containsKey(vault.self());
        }

        Set<Move> moves() {
            var moves = EnumSet.noneOf(Move.class);
            Set<DeskId> taking = HeldEntry.desksTakingPart(picture, vault.self());
            if (isMember() && may(new Action.AskOn(picture.dossier(), taking))) {
                moves.add(Move.ASK_ON);
            }
            if (isSteward() && may(new Action.ManageMembers(picture.dossier(), taking))) {
                moves.add(Move.ADD_MEMBER);
                if (picture.members().size() > 1) {
                    moves.add(Move.REMOVE_MEMBER);
                }
            }
            return moves;
        }

        private boolean isSteward() {
            return Optional.ofNullable(picture.members().get(vault.self()))
                    .filter(Member::steward)
                    .isPresent();
        }

        List<Step> steps(HeldEntry entry) {
            var steps = new ArrayList<Step>();
            if (isMember()) {
                recallAnswer(entry, steps);
                permission(entry, steps);
                reply(entry, steps);
                recall(entry, steps);
            }
            court(entry, steps);
            Collections.sort(steps);
            return List.copyOf(steps);
        }

        private void recallAnswer(HeldEntry entry, List<Step> steps) {
            Picture.RecallState recall = picture.recalls().get(entry.id());
            if (recall != null
                    && recall.unanswered().contains(vault.self())
                    && may(new Action.AnswerRecall(entry.id(), given(entry, recall)))) {
                steps.add(Step.ANSWER_RECALL);
            }
        }

        private Parties given(HeldEntry recall, Picture.RecallState state) {
            return HeldEntry.in(picture, state.entry()).orElse(recall).parties(vault.self());
        }

        private void permission(HeldEntry entry, List<Step> steps) {
            if (picture.permissions().get(entry.id()) instanceof Picture.Permission.Asked asked
                    && asked.request().entries().stream().allMatch(this::mayRelease)) {
                if (permissions.mayBeGranted(officer, picture, entry.id(), asked.request())) {
                    steps.add(Step.GRANT_PERMISSION);
                }
                steps.add(Step.REFUSE_PERMISSION);
            }
        }

        private boolean mayRelease(EntryId entry) {
            return HeldEntry.in(picture, entry)
                    .filter(own -> may(new Action.Release(entry, own.parties(vault.self()))))
                    .isPresent();
        }

        private void reply(HeldEntry entry, List<Step> steps) {
            Parties parties = entry.parties(vault.self());
            for (Request request : requests) {
                Set<DeskId> asked = Set.of(request.asked().message().to());
                boolean isMeant = request.asked().id().equals(entry.id());
                if (isMeant
                        && AnsweringRequest.mayBeAnswered(request)
                        && may(new Action.Answer(entry.id(), parties, asked))) {
                    steps.add(Step.ANSWER);
                }
                if (isMeant
                        && AnsweringRequest.mayBeRefused(request)
                        && may(new Action.Refuse(entry.id(), parties, asked))) {
                    steps.add(Step.REFUSE);
                }
            }
        }

        private void recall(HeldEntry entry, List<Step> steps) {
            if (isMessage(entry)
                    && entry.line().standing() != Picture.Standing.RECALLED
                    && entry.line().placed().author().equals(vault.self())
                    && may(new Action.Recall(entry.id(), entry.parties(vault.self())))) {
                steps.add(Step.RECALL);
            }
        }

        private static boolean isMessage(HeldEntry entry) {
            return Requests.messageOf(entry.line()).isPresent();
        }

        /// For a prosecution, the restriction being understood: who reads it has said so.
        private void court(HeldEntry entry, List<Step> steps) {
            Parties parties = entry.parties(vault.self());
            if (!isMessage(entry) || !may(new Action.UseInCourt(entry.id(), parties))) {
                return;
            }
            var wish =
                    new Wish(
                            Use.COURT,
                            vault.self(),
                            officer.at(),
                            Audience.ofNodes(Set.of()),
                            Set.of(Purpose.PROSECUTION),
                            true,
                            clock.instant());
            switch (control.rule(entry.line(), entry.content(), wish, picture)) {
                case Ruling.Allowed _ -> steps.add(Step.USE_IN_COURT);
                case Ruling.Blocked(var grounds) -> {
                    if (grounds.stream().allMatch(HandlingGround::originatorMayRelease)
                            && isMember()
                            && picture.members().containsKey(entry.line().placed().author())
                            && !entry.line().placed().author().equals(vault.self())
                            && may(new Action.AskRelease(entry.id(), parties))) {
                        steps.add(Step.ASK_FOR_COURT);
                    }
                }
            }
        }
    }
}
