package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Action;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.dossiers.ExportingContents;
import org.counterpart.app.dossiers.ExportingContents.Exported;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The contents of a dossier for a verifier of the ledger; `docs/protocol.md` 10 has the form.
@RestController
@RequestMapping(path = "/exchange", produces = MediaType.APPLICATION_JSON_VALUE)
class ContentsDoor {
    private final Names names;
    private final ExportingContents exporting;

    ContentsDoor(Names names, ExportingContents exporting) {
        this.names = names;
        this.exporting = exporting;
    }

    /// @param subject a dossier id, or the start of an entry id
    @GetMapping("/contents/{subject}")
    byte[] contents(
            Officer.OfDesk officer,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean understood) {
        DossierId dossier = names.by(officer).dossier(subject, Action.ExportContents::new);
        var exported =
                exporting
                        .export(officer, dossier, understood)
                        .orElseThrow(() -> new NotDone(SendingGround.DOSSIER_UNKNOWN));
        return Json.object()
                .with("dossier", dossier.text())
                .with("entries", Json.items(exported.stream().map(ContentsDoor::json).toList()))
                .bytes();
    }

    private static Json json(Exported exported) {
        Json.Members json = Json.object().with("entry", exported.signed().json());
        return switch (exported) {
            case Exported.Held(_, var sealed, var key) ->
                    json.with("state", "HELD")
                            .with("sealed", Fields.encoded(sealed.bytes()))
                            .with("key", Fields.encoded(key.reveal()));
            case Exported.Erased _ -> json.with("state", "ERASED");
            case Exported.KeptBack(_, var grounds) ->
                    json.with("state", "KEPT_BACK").with("grounds", Json.texts(grounds));
            case Exported.Closed _ -> json.with("state", "CLOSED");
        };
    }
}
