package org.counterpart.app.directory;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;

import java.util.ArrayList;
import java.util.List;

/// What one node tells another of its desks, as it stands in the payload of an entry. Who names a desk again
/// describes it anew.
record PublishedDesks(List<Published> desks) {
    static final String TYPE = "desks-published";

    private static final int MOST = 1_000;

    PublishedDesks {
        desks = List.copyOf(desks);
    }

    /// One desk; what is said of it is believed only after [DeskDraft#check].
    ///
    /// @param salt shows that the node which tells it founded it
    record Published(DeskId id, String salt, DeskDraft draft) {
        private static final int SALT = 16;

        Json json() {
            return Json.object()
                    .with("id", id.text())
                    .with("salt", salt)
                    .with("state", draft.state())
                    .with("slug", draft.slug())
                    .with("authority", draft.authority())
                    .with("name", draft.name())
                    .with("kind", draft.kind())
                    .with("languages", Json.texts(draft.languages()))
                    .with("zone", draft.zone());
        }

        static Published read(Json json) {
            Fields fields = Fields.of(json);
            var published =
                    new Published(
                            fields.code("id", DeskId::new),
                            Fields.encoded(fields.bytes("salt", SALT)),
                            new DeskDraft(
                                    fields.code("state"),
                                    fields.code("slug"),
                                    fields.code("authority"),
                                    fields.code("name"),
                                    fields.code("kind"),
                                    fields.texts(
                                            "languages",
                                            Limit.LANGUAGES_OF_A_DESK.value(),
                                            language -> language),
                                    fields.code("zone")));
            fields.end();
            return published;
        }

        boolean isFoundedBy(NodeId node) {
            return DeskId.of(node, Fields.decoded("salt", salt)).equals(id);
        }
    }

    static PublishedDesks of(List<Desk.Own> desks) {
        var published = new ArrayList<Published>();
        for (Desk.Own desk : desks) {
            published.add(new Published(desk.id(), desk.salt(), DeskDraft.of(desk.profile())));
        }
        return new PublishedDesks(published);
    }

    Json.Members payload() {
        return Json.object()
                .with("desks", Json.items(desks.stream().map(Published::json).toList()));
    }

    /// @throws Malformed when the payload is not what the type prescribes
    static PublishedDesks read(Json.Members payload) {
        var fields = new Fields(payload);
        var desks = new PublishedDesks(fields.list("desks", MOST, Published::read));
        fields.end();
        return desks;
    }
}
