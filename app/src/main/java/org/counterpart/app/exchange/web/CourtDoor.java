package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Action;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Part;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.exchange.UsingInCourt;
import org.counterpart.app.exchange.UsingInCourt.CourtUse;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Purpose;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.EnumSet;
import java.util.List;

/// What was received, as evidence before a court.
@RestController
@RequestMapping(path = "/exchange", produces = MediaType.APPLICATION_JSON_VALUE)
class CourtDoor {
    private final Names names;
    private final UsingInCourt using;

    CourtDoor(Names names, UsingInCourt using) {
        this.names = names;
        this.using = using;
    }

    @PostMapping("/court")
    byte[] use(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        EntryId entry = form.entry("entry", Action.UseInCourt::new);
        var purposes = EnumSet.noneOf(Purpose.class);
        purposes.addAll(form.parts().choices("purposes", Purpose.class));
        boolean understood = form.has("understood") && form.parts().flag("understood");
        form.end();
        return switch (using.use(officer, entry, purposes, understood)) {
            case CourtUse.Refused(var refusal) -> throw new NotDone(refusal);
            case CourtUse.NeedsPermission(var refusal, var author) -> {
                var part = new Part("author", List.of(names.handle(author)));
                throw new NotDone(Refusal.pointing(refusal, part));
            }
            case CourtUse.Noted(var dossier, var because) ->
                    Json.object()
                            .with("dossier", dossier.text())
                            .with("entry", entry.hex())
                            .with(
                                    "because",
                                    Json.texts(because.stream().map(Enum::name).sorted().toList()))
                            .bytes();
        };
    }
}
