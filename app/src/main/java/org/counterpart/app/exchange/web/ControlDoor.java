package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Action;
import org.counterpart.app.access.Officer;
import org.counterpart.app.exchange.AnsweringRecall;
import org.counterpart.app.exchange.AskingPermission;
import org.counterpart.app.exchange.ChangingMembers;
import org.counterpart.app.exchange.KeepingGround;
import org.counterpart.app.exchange.PermissionGround;
import org.counterpart.app.exchange.RecallGround;
import org.counterpart.app.exchange.RecallingEntry;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Use;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;

/// What an originator keeps control of: recalls, permissions, members.
@RestController
@RequestMapping(path = "/exchange", produces = MediaType.APPLICATION_JSON_VALUE)
class ControlDoor {
    private static final int MOST_ENTRIES = 256;
    private static final int MOST_DESKS = 50;
    private static final int LONGEST_NAME = 64;
    private static final String KEPT = "kept-under-law";
    private static final List<String> HOLDINGS = List.of("erased", KEPT);

    private final Names names;
    private final RecallingEntry recalling;
    private final AnsweringRecall answering;
    private final AskingPermission permissions;
    private final ChangingMembers members;

    ControlDoor(
            Names names,
            RecallingEntry recalling,
            AnsweringRecall answering,
            AskingPermission permissions,
            ChangingMembers members) {
        this.names = names;
        this.recalling = recalling;
        this.answering = answering;
        this.permissions = permissions;
        this.members = members;
    }

    @PostMapping("/recall")
    byte[] recall(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        EntryId entry = form.entry("entry", Action.Recall::new);
        RecallGround ground = form.parts().word("ground", RecallGround.codes(), RecallGround::of);
        form.end();
        return Shown.sending(recalling.recall(officer, entry, ground), names);
    }

    @PostMapping("/recall-answer")
    byte[] answerRecall(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        EntryId recall = form.entry("recall", Action.AnswerRecall::new);
        Act.Holding holding =
                form.parts().word("holding", HOLDINGS).equals(KEPT)
                        ? new Act.Holding.KeptUnderLaw(
                                form.parts()
                                        .word("ground", KeepingGround.codes(), KeepingGround::of)
                                        .code(),
                                form.parts().code("court"),
                                form.parts().instant("review"))
                        : new Act.Holding.Erased();
        form.end();
        return Shown.sending(answering.answer(officer, recall, holding), names);
    }

    @PostMapping("/permission/ask")
    byte[] askPermission(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        Set<EntryId> entries = form.entries("entries", MOST_ENTRIES, Action.AskRelease::new);
        var wanted =
                new AskingPermission.Wanted(
                        form.dossier("dossier", Action.SeeMembers::new),
                        entries,
                        form.desk("of"),
                        form.parts().choice("use", Use.class),
                        form.has("for") ? form.desks("for", MOST_DESKS) : List.of(),
                        form.has("reason") ? form.parts().text("reason", Act.MOST_WORDS) : "");
        form.end();
        return Shown.sending(permissions.ask(officer, wanted), names);
    }

    @PostMapping("/permission/grant")
    byte[] grant(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        EntryId request = form.entry("request", Action.Release::new);
        var expires = form.parts().instant("expires");
        form.end();
        return Shown.sending(permissions.grant(officer, request, expires), names);
    }

    @PostMapping("/permission/refuse")
    byte[] refuse(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        EntryId request = form.entry("request", Action.Release::new);
        PermissionGround ground =
                form.parts().word("ground", PermissionGround.codes(), PermissionGround::of);
        form.end();
        return Shown.sending(permissions.refuse(officer, request, ground), names);
    }

    @PostMapping("/members/add")
    byte[] add(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        DossierId dossier = form.dossier("dossier", Action.ManageMembers::new);
        DeskId desk = form.desk("desk");
        String reason = form.textOr("reason", "");
        form.end();
        return Shown.changed(members.add(officer, dossier, desk, reason), names);
    }

    @PostMapping("/members/remove")
    byte[] remove(Officer.OfDesk officer, @RequestBody byte[] body) {
        Form form = Form.read(officer, body, names);
        DossierId dossier = form.dossier("dossier", Action.ManageMembers::new);
        String node = form.parts().text("node", LONGEST_NAME);
        String reason = form.textOr("reason", "");
        form.end();
        return Shown.changed(members.remove(officer, dossier, node, reason), names);
    }
}
