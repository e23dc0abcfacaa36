package org.counterpart.dossier;

import java.util.List;

/// What every member node holds of an entry: that something was said, by which node, after what.
///
/// @param sequence counts the author's entries in this dossier from 1, so that withholding shows
/// @param parents what the author had seen last, ascending; the author's own previous entry among them
/// @param commitment SHA-256 over salt and sealed content: binds the author to what the envelope does not show
public record Envelope(
        Suite suite,
        DossierId dossier,
        NodeId author,
        long sequence,
        List<EntryId> parents,
        Digest commitment,
        SizeClass size,
        Membership membership) {
    /// An author who sees more heads than this cites its own and the first of the others; the next entry cites more.
    public static final int MAX_PARENTS = 16;

    public Envelope {
        parents = List.copyOf(parents);
    }

    /// The first entry of a dossier, whose identity follows from it.
    static Envelope opening(NodeId author, Digest commitment, SizeClass size, Membership.Open act) {
        var body = new Body(Suite.CP1, author, 1, List.of(), commitment, size, act);
        return new Envelope(
                Suite.CP1, DossierId.of(body.json()), author, 1, List.of(), commitment, size, act);
    }

    /// The identity that an opening envelope of this content has.
    DossierId derivedDossier() {
        return DossierId.of(json().without("dossier"));
    }

    public Json.Members json() {
        return new Body(suite, author, sequence, parents, commitment, size, membership)
                .json()
                .with("dossier", dossier.text());
    }

    /// All but the dossier: of an opening envelope this is what the identity of the dossier follows from.
    private record Body(
            Suite suite,
            NodeId author,
            long sequence,
            List<EntryId> parents,
            Digest commitment,
            SizeClass size,
            Membership membership) {
        Json.Members json() {
            Json.Members members =
                    Json.object()
                            .with("suite", suite.code())
                            .with("author", author.hex())
                            .with("sequence", sequence)
                            .with(
                                    "parents",
                                    Json.texts(parents.stream().map(EntryId::hex).toList()))
                            .with("commitment", commitment.hex())
                            .with("size", size.bytes());
            return membership instanceof Membership.Unchanged
                    ? members
                    : members.with("membership", membership.json());
        }
    }

    /// @throws Malformed when the members are not those of an envelope
    static Envelope read(Fields fields) {
        var envelope =
                new Envelope(
                        fields.code("suite", Suite::of),
                        fields.code("dossier", DossierId::new),
                        fields.code("author", NodeId::new),
                        fields.whole("sequence"),
                        fields.texts("parents", MAX_PARENTS, EntryId::new),
                        fields.code("commitment", Digest::new),
                        SizeClass.of(fields.whole("size")),
                        fields.has("membership")
                                ? Membership.read(fields.object("membership"))
                                : new Membership.Unchanged());
        fields.end();
        return envelope;
    }

    /// The identity of the entry: SHA-256 over the canonical envelope.
    EntryId id() {
        return new EntryId(Fields.hex(Digest.sha256(json().bytes())));
    }
}
