package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;
import org.counterpart.replication.Batch;
import org.counterpart.replication.BatchRefusal;
import org.counterpart.replication.Declined;
import org.counterpart.replication.Heads;
import org.counterpart.replication.Kept;
import org.counterpart.replication.Want;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A whole batch with every part that it may have, for a stranger who builds a node: a dossier that is opened, a newcomer
/// that is added and put out again, receipts under one signature, and the digest of heads.
class BatchVectorsTest {
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final Instant NOON = PageContent.NOON;
    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    private final NodeKeys sg = SoundKeys.of("SG", new Random(1));
    private final NodeKeys vn = SoundKeys.of("VN", new Random(2));
    private final NodeKeys ke = SoundKeys.of("KE", new Random(4));
    private final SortedMap<NodeId, SignedCard> cards =
            new TreeMap<>(Map.of(sg.node(), sg.card(), vn.node(), vn.card(), ke.node(), ke.card()));
    private final Writing writing = new Writing(CRYPTOGRAPHY, new Random(3));
    private final Written opening =
            writing.open(
                    sg,
                    new Membership.Open(List.of(sg.card(), vn.card()), Set.of(), Set.of(Suite.CP1)),
                    content("Opened"));
    private final DossierId dossier = opening.signed().dossier();
    private final Written addition =
            next(2, opening, new Membership.Add(ke.card(), false), content("Added"));
    private final Written removal =
            next(3, addition, new Membership.Remove(ke.node(), 0), content("Put out"));

    private Written next(long sequence, Written before, Membership act, Content content) {
        var position =
                new Writing.Position(
                        dossier,
                        sequence,
                        new TreeSet<>(Set.of(before.id())),
                        List.of(before.id()));
        return writing.append(sg, position, act, content, cards);
    }

    private Content content(String text) {
        return PageContent.of(text, sg.node(), vn.node());
    }

    /// SHA-256 of the ids, 32 bytes each, ascending.
    private static Digest digest(EntryId... heads) {
        return Digest.of(
                new TreeSet<>(Set.of(heads))
                        .stream()
                                .map(id -> HexFormat.of().parseHex(id.hex()))
                                .toArray(byte[][]::new));
    }

    private Batch batch() {
        List<Receipt> receipts =
                new Receipting(CRYPTOGRAPHY)
                        .sign(
                                List.of(
                                        new Receipting.Owed(opening.id(), NOON),
                                        new Receipting.Owed(addition.id(), NOON.plusMillis(1)),
                                        new Receipting.Owed(removal.id(), NOON.plusMillis(2))),
                                vn);
        var clock = new Clock(new TreeMap<>(Map.of(sg.node(), 3L)));
        return new Batch(
                sg.node(),
                vn.node(),
                List.of(
                        new Heads(
                                dossier,
                                new TreeSet<>(Set.of(removal.id())),
                                digest(removal.id()),
                                clock)),
                List.of(new Want(dossier, new TreeSet<>(Set.of(removal.id())), Clock.NOTHING)),
                List.of(opening.signed(), addition.signed(), removal.signed()),
                List.of(opening.parcels().getFirst()),
                receipts,
                List.of(
                        new Kept.Carrying(
                                opening.id(),
                                ke.node(),
                                vn.node(),
                                opening.parcels().getFirst().wrap().keyId()),
                        new Kept.HasReceipt(opening.id(), vn.node())),
                List.of(
                        new Declined.OfEnvelope(
                                addition.id(), EnvelopeRefusal.NOT_A_STEWARD.code()),
                        new Declined.OfParcel(
                                opening.id(), ke.node(), vn.node(), BatchRefusal.COME_LATER.code()),
                        new Declined.OfReceipt(
                                opening.id(), ke.node(), BatchRefusal.COME_LATER.code())));
    }

    @Test
    void theBatchIsThatOfTheCode() throws IOException {
        Json.Members vectors =
                Json.object()
                        .with(
                                "note",
                                "constructed: every part once, so that its form can be seen; no"
                                        + " node would say all of this together")
                        .with("cards", Json.items(List.of(sg.card().json(), vn.card().json())))
                        .with("batch", CanonicalJson.readObject(batch().bytes()))
                        .with("ids", hex(List.of(opening.id(), addition.id(), removal.id())))
                        .with("headsDigest", headsDigest(addition.id(), removal.id()))
                        .with("desk", desk());

        assertThat(ProtocolPage.isAsCommitted("batch.json", vectors)).isTrue();
    }

    private static Json headsDigest(EntryId... heads) {
        return Json.object()
                .with("entries", hex(new TreeSet<>(Set.of(heads))))
                .with("digest", digest(heads).hex());
    }

    private Json desk() {
        return Json.object()
                .with("founder", sg.node().hex())
                .with("salt", SALT)
                .with("id", DeskId.of(sg.node(), HexFormat.of().parseHex(SALT)).text());
    }

    private static Json hex(Collection<EntryId> ids) {
        return Json.texts(ids.stream().map(EntryId::hex).toList());
    }

    @Test
    void aStrangerReadsAndChecksTheBatch() throws IOException {
        Fields page = new Fields(CanonicalJson.readObject(ProtocolPage.bytes("batch.json")));
        Batch batch = Batch.read(page.members("batch").bytes());
        List<SignedCard> shown = page.list("cards", 2, SignedCard::read);
        List<String> ids = page.texts("ids", 3, text -> text);

        assertThat(shown).allMatch(card -> card.isGenuine(CRYPTOGRAPHY));
        assertThat(batch.envelopes()).extracting(one -> one.id().hex()).isEqualTo(ids);
        assertThat(batch.envelopes())
                .allMatch(one -> one.isSignedBy(key(shown.getFirst()), CRYPTOGRAPHY));
        assertThat(batch.envelopes())
                .extracting(one -> one.envelope().membership())
                .hasExactlyElementsOfTypes(
                        Membership.Open.class, Membership.Add.class, Membership.Remove.class);
        assertThat(batch.receipts())
                .hasSize(3)
                .allMatch(one -> one.isSignedBy(key(shown.getLast()), CRYPTOGRAPHY))
                .anyMatch(one -> !one.proof().path().isEmpty());
        assertThat(batch.heads().getFirst().digest()).isEqualTo(digest(new EntryId(ids.getLast())));
    }

    private static byte[] key(SignedCard card) {
        return card.card().signingKeyBytes();
    }
}
