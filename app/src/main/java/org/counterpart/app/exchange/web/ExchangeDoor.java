package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Action;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Parties;
import org.counterpart.app.exchange.AnsweringRequest;
import org.counterpart.app.exchange.AskingQuestion;
import org.counterpart.app.exchange.Manner;
import org.counterpart.app.exchange.Message;
import org.counterpart.app.exchange.RefusalGround;
import org.counterpart.app.exchange.TellingDesks;
import org.counterpart.app.exchange.Urgency;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;

/// Ask, tell, answer, refuse.
@RestController
@RequestMapping(path = "/exchange", produces = MediaType.APPLICATION_JSON_VALUE)
class ExchangeDoor {
    private static final int MOST_DESKS = 50;
    private static final List<String> CLOCKS =
            Arrays.stream(Urgency.values()).map(Urgency::code).toList();

    private final Names names;
    private final AskingQuestion asking;
    private final TellingDesks telling;
    private final AnsweringRequest answering;

    ExchangeDoor(
            Names names, AskingQuestion asking, TellingDesks telling, AnsweringRequest answering) {
        this.names = names;
        this.asking = asking;
        this.telling = telling;
        this.answering = answering;
    }

    @PostMapping("/ask")
    byte[] ask(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        var question =
                new Message.InformationRequest(
                        form.desk("to"),
                        form.words("question"),
                        form.textOr("purpose", ""),
                        form.subjects(),
                        form.has("clock")
                                ? form.parts().word("clock", CLOCKS, Urgency::of)
                                : Urgency.WEEK,
                        form.textOr("reason", ""));
        Manner manner = form.manner();
        if (!form.has("dossier")) {
            form.end();
            return Shown.sending(asking.ask(officer, question, manner), names);
        }
        DossierId dossier = form.dossier("dossier", Action.AskOn::new);
        form.end();
        return Shown.sending(asking.askOn(officer, dossier, question, manner), names);
    }

    @PostMapping("/tell")
    byte[] tell(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        var information =
                new Message.SpontaneousInformation(
                        form.desks("to", MOST_DESKS),
                        form.words("words"),
                        form.subjects(),
                        form.textOr("published", ""));
        Manner manner = form.manner();
        form.end();
        return Shown.sending(telling.tell(officer, information, manner), names);
    }

    @PostMapping("/answer")
    byte[] answer(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        var answer =
                new Message.InformationAnswer(
                        form.entry("request", ExchangeDoor::answering),
                        form.words("answer"),
                        form.subjects(),
                        form.parts().flag("full"));
        Manner manner = form.manner();
        form.end();
        return Shown.sending(answering.answer(officer, answer, manner), names);
    }

    private static Action answering(EntryId request, Parties parties) {
        return new Action.Answer(request, parties, parties.addressed());
    }

    @PostMapping("/refuse")
    byte[] refuse(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        var refusal =
                new Message.RequestRefused(
                        form.entry("request", ExchangeDoor::refusing),
                        form.parts().choice("ground", RefusalGround.class),
                        form.words("alternative"));
        Manner manner = form.manner();
        form.end();
        return Shown.sending(answering.refuse(officer, refusal, manner), names);
    }

    private static Action refusing(EntryId request, Parties parties) {
        return new Action.Refuse(request, parties, parties.addressed());
    }
}
