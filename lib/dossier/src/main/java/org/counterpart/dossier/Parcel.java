package org.counterpart.dossier;

import java.util.Objects;

/// The sealed part of an entry on its way to exactly one node.
///
/// Whoever carries it sees the addressee, the maker and the padded size, nothing else.
///
/// @param ciphertext the sealed part, the same for every recipient
public record Parcel(EntryId entry, Ciphertext ciphertext, Wrap wrap) {
    public Parcel {
        Objects.requireNonNull(wrap);
    }

    public NodeId recipient() {
        return wrap.recipient();
    }

    Json.Members wrapBody() {
        return wrap.claim().about(entry, ciphertext.digest());
    }

    public Json.Members json() {
        return Json.object()
                .with("entry", entry.hex())
                .with("ciphertext", Fields.encoded(ciphertext.bytes()))
                .with("wrap", wrap.json());
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws Malformed when this is not a parcel
    public static Parcel read(Json json) {
        Fields fields = Fields.of(json);
        byte[] ciphertext =
                Fields.decoded("ciphertext", fields.text("ciphertext", Ciphertext.MOST_CHARACTERS));
        var parcel =
                new Parcel(
                        fields.code("entry", EntryId::new),
                        new Ciphertext(ciphertext),
                        Wrap.read(fields.members("wrap")));
        fields.end();
        return parcel;
    }
}
