package org.counterpart.simulation;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Envelope;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Placement;
import org.counterpart.dossier.Placing;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Signatures;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Wrap;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;
import org.counterpart.replication.Batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Makes what a corrupt node with its own keys, its own copy and time enough can make.
final class Forgeries {
    private final World world;
    private final RandomGenerator random;

    /// Where it is slipped in: by whom, to whom, into which dossier, which both hold.
    record Place(Node node, Node to, DossierId dossier) {}

    Forgeries(World world) {
        this.world = world;
        this.random = world.chance().adversary();
    }

    private Writing writing() {
        return new Writing(world.cryptography(), random);
    }

    static Batch batch(Place place, List<SignedEnvelope> envelopes, List<Parcel> parcels) {
        return new Batch(
                place.node().id(),
                place.to().id(),
                List.of(),
                List.of(),
                envelopes,
                parcels,
                List.of(),
                List.of(),
                List.of());
    }

    /// A batch for another node.
    Forged misaddressed(Node node, Node to) {
        NodeId other =
                world.nodes().stream()
                        .map(Node::id)
                        .filter(id -> !id.equals(to.id()))
                        .findFirst()
                        .orElseThrow();
        return new Forged(
                Batch.empty(node.id(), other),
                new Expected(
                        List.of("BATCH_NOT_ADDRESSED_TO_US"),
                        node.id().hex(),
                        receiver -> receiver.store().peers().isPeer(node.id()),
                        Happening.REFUSED_ADDRESS));
    }

    /// The next entry of an honest node, signed by who is not that node.
    Optional<Forged> inAnothersName(Place place) {
        var honest = members(place, world::isHonest);
        return honest.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        envelopeOf(
                                place,
                                Chance.pick(random, honest),
                                1,
                                Happening.REFUSED_FORGED_NAME));
    }

    /// An entry of its own that leaves one out.
    Optional<Forged> withAGap(Place place) {
        return Optional.of(envelopeOf(place, place.node().id(), 2, Happening.REFUSED_GAP));
    }

    private List<NodeId> members(Place place, Predicate<NodeId> which) {
        return world.observer().standing(place.to(), place.dossier()).members().keySet().stream()
                .filter(which)
                .toList();
    }

    private Forged envelopeOf(Place place, NodeId author, long ahead, Happening reached) {
        SignedEnvelope signed = signed(place, envelope(place, author, ahead, drawn()));
        return new Forged(
                batch(place, List.of(signed), List.of()),
                new Expected(
                        List.of(
                                "ENVELOPE_SIGNATURE_WRONG",
                                "ENVELOPE_SEQUENCE_BROKEN",
                                "ENVELOPE_AUTHOR_NOT_A_MEMBER",
                                "BATCH_SENDER_NOT_A_MEMBER"),
                        signed.id().hex(),
                        receiver -> hasPast(receiver, place, signed),
                        reached));
    }

    private Envelope envelope(Place place, NodeId author, long ahead, Digest commitment) {
        var envelopes = place.node().store().envelopes();
        Clock clock = envelopes.clock(place.dossier());
        long last = clock.of(author);
        var parents = new TreeSet<EntryId>();
        envelopes.written(place.dossier(), author, last).stream()
                .limit(1)
                .map(Placed::id)
                .forEach(parents::add);
        envelopes.heads(place.dossier()).stream()
                .limit(Envelope.MAX_PARENTS - 1)
                .forEach(parents::add);
        Envelope model = envelopes.entries(place.dossier()).getFirst().envelope();
        return new Envelope(
                model.suite(),
                place.dossier(),
                author,
                last + ahead,
                List.copyOf(parents),
                commitment,
                model.size(),
                new Membership.Unchanged());
    }

    private Digest drawn() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Digest.of(bytes);
    }

    private SignedEnvelope signed(Place place, Envelope envelope) {
        Json blank =
                Json.object()
                        .with("envelope", envelope.json())
                        .with("signature", Fields.encoded(new byte[64]));
        EntryId id = SignedEnvelope.read(blank).id();
        byte[] signature =
                Signatures.ENTRY.sign(
                        world.cryptography(),
                        place.node().keyring().keys().signing(),
                        HexFormat.of().parseHex(id.hex()));
        return new SignedEnvelope(id, envelope, Fields.encoded(signature));
    }

    /// Whether the receiver has all that the entry cites, so that it can judge.
    private static boolean hasPast(Node receiver, Place place, SignedEnvelope signed) {
        return receiver.store().peers().isPeer(place.node().id())
                && receiver.holds(place.dossier())
                && receiver.store().envelopes().invitations(place.dossier()).isEmpty()
                && receiver.store().envelopes().find(signed.id()).isEmpty()
                && signed.envelope().parents().stream()
                        .allMatch(id -> receiver.store().envelopes().find(id).isPresent());
    }

    private Optional<Written> written(Place place) {
        var desk = new Desk(world, place.node(), place.dossier());
        var standing = desk.standing();
        if (!standing.isMember(place.node().id()) || !standing.isMember(place.to().id())) {
            return Optional.empty();
        }
        Audience audience = Audience.ofNodes(List.of(place.node().id(), place.to().id()));
        var cards = new TreeMap<NodeId, SignedCard>();
        cards.put(place.to().id(), place.to().keyring().keys().card());
        return Optional.of(
                writing()
                        .append(
                                place.node().keyring().keys(),
                                position(place),
                                new Membership.Unchanged(),
                                desk.words(audience, List.of()),
                                cards));
    }

    private static Writing.Position position(Place place) {
        var envelopes = place.node().store().envelopes();
        long last = envelopes.clock(place.dossier()).of(place.node().id());
        List<EntryId> previous =
                envelopes.written(place.dossier(), place.node().id(), last).stream()
                        .map(Placed::id)
                        .limit(1)
                        .toList();
        return new Writing.Position(
                place.dossier(), last + 1, envelopes.heads(place.dossier()), previous);
    }

    /// A next entry of its own that its machine knows nothing of.
    Batch anotherNext(Place place) {
        SignedEnvelope signed = signed(place, envelope(place, place.node().id(), 1, drawn()));
        return batch(place, List.of(signed), List.of());
    }

    /// The answer of a steward to its own removal: with its only history it puts out another, and cites no more than its
    /// own last entry.
    Optional<Placed> answerToItsRemoval(Place place) {
        NodeId self = place.node().id();
        var envelopes = place.node().store().envelopes();
        List<Placed> own =
                envelopes.written(place.dossier(), self, envelopes.clock(place.dossier()).of(self));
        if (own.size() != 1
                || world.observer().standing(place.node(), place.dossier()).isMember(self)) {
            return Optional.empty();
        }
        Placed last = own.getFirst();
        var past = new ArrayList<>(world.observer().ancestry().past(last.id()));
        past.add(last);
        var then = new Standing(past, world.observer().ancestry());
        List<NodeId> others =
                then.members().keySet().stream().filter(node -> !node.equals(self)).toList();
        if (others.isEmpty() || !then.members().getOrDefault(self, false)) {
            return Optional.empty();
        }
        NodeId other = Chance.pick(random, others);
        var envelope =
                new Envelope(
                        last.envelope().suite(),
                        place.dossier(),
                        self,
                        last.sequence() + 1,
                        List.of(last.id()),
                        drawn(),
                        last.envelope().size(),
                        new Membership.Remove(other, last.clock().of(other)));
        var placing = new Placing(envelopes, world.cryptography());
        return placing.place(signed(place, envelope)) instanceof Placement.Taken(var answer)
                ? Optional.of(answer)
                : Optional.empty();
    }

    /// A parcel whose content is not what the envelope commits to.
    Optional<Forged> ofFalseContent(Place place) {
        return written(place).map(written -> ofFalseContent(place, written));
    }

    private Forged ofFalseContent(Place place, Written written) {
        SignedEnvelope signed = signed(place, envelope(place, place.node().id(), 1, drawn()));
        byte[] padded =
                world.cryptography()
                        .decrypt(
                                written.payloadKey(),
                                written.ciphertext().bytes(),
                                ascii(written.id()))
                        .orElseThrow();
        var ciphertext =
                new Ciphertext(
                        world.cryptography()
                                .encrypt(written.payloadKey(), padded, ascii(signed.id())));
        Parcel parcel =
                writing()
                        .wrap(
                                place.node().keyring().keys(),
                                new Writing.Openable(signed.id(), ciphertext, written.payloadKey()),
                                place.to().keyring().keys().card(),
                                signed.id());
        return new Forged(
                batch(place, List.of(signed), List.of(parcel)),
                new Expected(
                        List.of(
                                "ENTRY_COMMITMENT_BROKEN",
                                "PARCEL_SEALED_TO_AN_OLD_KEY",
                                "ENVELOPE_SEQUENCE_BROKEN",
                                "ENVELOPE_AUTHOR_NOT_A_MEMBER"),
                        signed.id().hex(),
                        receiver -> isNext(receiver, place, signed),
                        Happening.REFUSED_FALSE_CONTENT));
    }

    private static byte[] ascii(EntryId id) {
        return id.hex().getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether the receiver will place the entry and, as a member, open what comes with it.
    private boolean isNext(Node receiver, Place place, SignedEnvelope signed) {
        if (!hasPast(receiver, place, signed)) {
            return false;
        }
        Standing standing = world.observer().standing(receiver, place.dossier());
        return standing.isMember(place.node().id())
                && standing.isMember(receiver.id())
                && standing.removals(place.node().id()).isEmpty()
                && receiver.store().envelopes().clock(place.dossier()).of(place.node().id())
                        == signed.sequence() - 1;
    }

    /// A parcel of its own that says under its signature what it did not sign.
    Optional<Forged> alteredParcel(Place place) {
        return held(place)
                .flatMap(entry -> wrapped(place, entry, entry.id()))
                .map(
                        parcel -> {
                            byte[] false_ = new byte[64];
                            random.nextBytes(false_);
                            Wrap wrap = parcel.wrap();
                            var altered =
                                    new Wrap(
                                            wrap.recipient(),
                                            wrap.keyId(),
                                            wrap.wrapped(),
                                            wrap.maker(),
                                            wrap.under(),
                                            Fields.encoded(false_));
                            return parcelRefused(
                                    place,
                                    new Parcel(parcel.entry(), parcel.ciphertext(), altered),
                                    "PARCEL_WRAP_NOT_GENUINE",
                                    Happening.REFUSED_ALTERED_PARCEL);
                        });
    }

    /// What it was given, sealed on without a forward.
    Optional<Forged> unlawfulWrap(Place place) {
        return held(place)
                .filter(entry -> !entry.author().equals(place.node().id()))
                .flatMap(entry -> wrapped(place, entry, entry.id()))
                .map(
                        parcel ->
                                parcelRefused(
                                        place,
                                        parcel,
                                        "PARCEL_MAKER_NOT_ALLOWED",
                                        Happening.REFUSED_MAKER));
    }

    private Optional<Placed> held(Place place) {
        var read = new Desk(world, place.node(), place.dossier()).read();
        return read.isEmpty() ? Optional.empty() : Optional.of(Chance.pick(random, read));
    }

    private Optional<Parcel> wrapped(Place place, Placed entry, EntryId under) {
        NodeKeys keys = place.node().keyring().keys();
        SignedCard to = place.to().keyring().keys().card();
        return place.node()
                .store()
                .contents()
                .openable(entry.id())
                .map(held -> writing().wrap(keys, held, to, under));
    }

    private Forged parcelRefused(Place place, Parcel parcel, String code, Happening reached) {
        return new Forged(
                batch(place, List.of(), List.of(parcel)),
                new Expected(
                        List.of(code),
                        parcel.entry().hex(),
                        receiver -> judgesParcels(receiver, place, parcel.entry()),
                        reached));
    }

    private boolean judgesParcels(Node receiver, Place place, EntryId entry) {
        if (!receiver.store().peers().isPeer(place.node().id())
                || receiver.store().envelopes().find(entry).isEmpty()) {
            return false;
        }
        Standing standing = world.observer().standing(receiver, place.dossier());
        return standing.isMember(receiver.id()) && standing.isNamed(place.node().id());
    }

    /// A receipt in the name of an honest node.
    Optional<Forged> falseReceipt(Place place) {
        var honest = members(place, id -> world.isHonest(id) && !id.equals(place.to().id()));
        var any = place.node().store().receipts().all().stream().findFirst();
        var entry = held(place);
        if (honest.isEmpty() || any.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        NodeId by = Chance.pick(random, honest);
        return Optional.of(
                receiptRefused(
                        place,
                        new Receipt(
                                by,
                                entry.get().id(),
                                place.node().clock(),
                                any.get().proof(),
                                any.get().root(),
                                any.get().signature())));
    }

    private Forged receiptRefused(Place place, Receipt receipt) {
        return new Forged(
                new Batch(
                        place.node().id(),
                        place.to().id(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(receipt),
                        List.of(),
                        List.of()),
                new Expected(
                        List.of("BATCH_RECEIPT_NOT_GENUINE"),
                        receipt.entry().hex(),
                        receiver -> judgesReceipt(receiver, place, receipt),
                        Happening.REFUSED_RECEIPT));
    }

    private boolean judgesReceipt(Node receiver, Place place, Receipt receipt) {
        return judgesParcels(receiver, place, receipt.entry())
                && receiver.store().receipts().find(receipt.entry(), receipt.by()).isEmpty()
                && world.observer().standing(receiver, place.dossier()).isNamed(receipt.by());
    }
}
