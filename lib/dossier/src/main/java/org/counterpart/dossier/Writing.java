package org.counterpart.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Makes entries: canonical, committed, sealed to each node of the audience, signed.
public final class Writing {
    private final Cryptography cryptography;
    private final RandomGenerator random;

    public Writing(Cryptography cryptography, RandomGenerator random) {
        this.cryptography = cryptography;
        this.random = random;
    }

    /// Where in a dossier the next entry of this node goes.
    ///
    /// @param sequence the author's next number
    /// @param heads the entries that no other has as a parent yet
    /// @param previous the author's last entry, absent before the first
    /// @param first those of the heads that must be among the parents, see [#covering]
    public record Position(
            DossierId dossier,
            long sequence,
            SortedSet<EntryId> heads,
            List<EntryId> previous,
            List<EntryId> first) {
        /// With few heads: all of them become parents.
        public Position(
                DossierId dossier,
                long sequence,
                SortedSet<EntryId> heads,
                List<EntryId> previous) {
            this(dossier, sequence, heads, previous, List.of());
        }

        /// Whether all that it must have seen has room among the parents.
        public boolean isPossible() {
            var parents = new TreeSet<>(previous);
            parents.addAll(first);
            return parents.size() <= Envelope.MAX_PARENTS;
        }

        /// A few of the heads that together are or have seen all of these entries: an act about an entry that it has not seen
        /// counts for nothing, and an author that uses one number hundreds of times makes as many heads.
        public static List<EntryId> covering(
                History history, List<Placed> heads, List<Placed> entries) {
            var causality = new Causality(history);
            var first = new ArrayList<EntryId>();
            List<Placed> open = entries;
            for (Placed head : heads) {
                Predicate<Placed> seen = causality.seenBy(List.of(head), open);
                List<Placed> left = open.stream().filter(seen.negate()).toList();
                if (left.size() < open.size()) {
                    first.add(head.id());
                    open = left;
                }
            }
            return first;
        }

        List<EntryId> parents() {
            var parents = new TreeSet<>(previous);
            Stream.concat(first.stream(), heads.stream())
                    .filter(head -> !parents.contains(head))
                    .distinct()
                    .limit(Envelope.MAX_PARENTS - previous.size())
                    .forEach(parents::add);
            return List.copyOf(parents);
        }
    }

    /// Opens a dossier.
    ///
    /// @throws Malformed when the content is not one that readers will read
    public Written open(NodeKeys keys, Membership.Open act, Content content) {
        SealedPart part = part(content);
        var cards = new TreeMap<NodeId, SignedCard>();
        act.members().forEach(card -> cards.put(card.card().node(), card));
        return seal(
                keys,
                Envelope.opening(keys.node(), part.commitment(), part.size(), act),
                part,
                content,
                cards);
    }

    /// Writes the next entry of this node.
    ///
    /// @param cards of the nodes of the audience
    /// @throws Malformed when a node of the audience has no card here, or readers will not read the content
    public Written append(
            NodeKeys keys,
            Position position,
            Membership act,
            Content content,
            SortedMap<NodeId, SignedCard> cards) {
        SealedPart part = part(content);
        var envelope =
                new Envelope(
                        Suite.CP1,
                        position.dossier(),
                        keys.node(),
                        position.sequence(),
                        position.parents(),
                        part.commitment(),
                        part.size(),
                        act);
        return seal(keys, envelope, part, content, cards);
    }

    /// What no reader could read is found out here, at the author's desk, and not when it is void for everybody.
    private SealedPart part(Content content) {
        byte[] bytes = content.json().bytes();
        Act.of(Content.read(CanonicalJson.read(bytes)));
        return new SealedPart(Cryptography.draw(random).reveal(), bytes);
    }

    private Written seal(
            NodeKeys keys,
            Envelope envelope,
            SealedPart part,
            Content content,
            SortedMap<NodeId, SignedCard> cards) {
        SignedEnvelope signed = SignedEnvelope.sign(envelope, keys.signing(), cryptography);
        Secret payloadKey = Cryptography.draw(random);
        var ciphertext =
                new Ciphertext(
                        cryptography.encrypt(payloadKey, part.padded(), associated(signed.id())));
        var held = new Openable(signed.id(), ciphertext, payloadKey);
        var parcels = new ArrayList<Parcel>();
        for (NodeId node : content.audience().nodes()) {
            if (!node.equals(keys.node())) {
                if (!cards.containsKey(node)) {
                    throw new Malformed("no card of node " + node + " of the audience");
                }
                parcels.add(wrap(keys, held, cards.get(node), signed.id()));
            }
        }
        return new Written(signed, content, payloadKey, ciphertext, parcels);
    }

    /// The sealed part of an entry with the key that opens it: who holds both can give it on.
    public record Openable(EntryId entry, Ciphertext ciphertext, Secret payloadKey) {}

    /// Seals an entry's key to one more node, or to a newer key of the same.
    ///
    /// @param under the entry that allows it
    /// @throws Malformed when the card's sealing key is not usable
    public Parcel wrap(NodeKeys keys, Openable held, SignedCard to, EntryId under) {
        SealingKey key = to.card().sealing();
        NodeId recipient = to.card().node();
        String wrapped =
                Fields.encoded(
                        cryptography.wrap(
                                held.payloadKey(),
                                key.bytes(),
                                info(held.entry(), recipient, keys.node(), under),
                                random));
        var claim = new Wrap.Claim(recipient, key.id(), wrapped, keys.node(), under);
        byte[] body = claim.about(held.entry(), held.ciphertext().digest()).bytes();
        String signature = Fields.encoded(Signatures.WRAP.sign(cryptography, keys.signing(), body));
        return new Parcel(held.entry(), held.ciphertext(), claim.signed(signature));
    }

    /// HPKE `info`: suite, entry and recipient, so that a wrap serves one place only; maker and what allows it, so that
    /// nobody through whose hands it goes can sign it again as its own gift.
    static byte[] info(EntryId entry, NodeId recipient, NodeId maker, EntryId under) {
        return String.join(
                        "\n",
                        Suite.CP1.code(),
                        entry.hex(),
                        recipient.hex(),
                        maker.hex(),
                        under.hex())
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] associated(EntryId entry) {
        return entry.hex().getBytes(StandardCharsets.US_ASCII);
    }
}
