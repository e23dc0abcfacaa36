package org.counterpart.dossier;

/// A file that belongs to an entry and travels beside it.
///
/// @param hash SHA-256 over a salt of 32 bytes and the file: without the salt nobody can test a guess
/// @param salt base64url; sealed with the entry, so it goes when the entry is erased
public record Attachment(String mediaType, long size, Digest hash, String salt) {
    static final int MOST = 16;

    public Attachment {
        if (size < 0) {
            throw new Malformed("size " + size + " is below 0");
        }
        if (Fields.decoded("salt", salt).length != 32) {
            throw new Malformed("a salt has 32 bytes");
        }
    }

    Json.Members json() {
        return Json.object()
                .with("mediaType", mediaType)
                .with("size", size)
                .with("hash", hash.hex())
                .with("salt", salt);
    }

    static Attachment read(Json json) {
        Fields fields = Fields.of(json);
        var attachment =
                new Attachment(
                        fields.code("mediaType"),
                        fields.whole("size"),
                        fields.code("hash", Digest::new),
                        fields.code("salt"));
        fields.end();
        return attachment;
    }
}
