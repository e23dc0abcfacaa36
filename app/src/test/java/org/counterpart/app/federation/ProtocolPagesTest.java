package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.language.Language;
import org.counterpart.app.language.Sentences;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Opening;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writing;
import org.counterpart.replication.BatchRefusal;
import org.counterpart.replication.EndsOfParcels;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The pages of the protocol that a stranger builds a node from are what the code does: the table of refusals and the
/// vectors are written by it. Every signature and opening of the vectors is checked as a stranger would.
class ProtocolPagesTest {
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final Instant NOON = PageContent.NOON;
    private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Sentences sentences = new Sentences();
    private final NodeKeys sg = SoundKeys.of("SG", new Random(1));
    private final NodeKeys vn = SoundKeys.of("VN", new Random(2));

    @Test
    void everyRefusalHasItsRow() throws IOException {
        var page =
                new StringBuilder(
                        """
                        # Refusals between nodes

                        Written by `ProtocolPagesTest` from the code.

                        ## Of a whole request

                        | code | answers | status | may it be tried again | sentence |
                        |---|---|---|---|---|
                        """);
        Arrays.stream(FederationGround.values())
                .filter(FederationGround::atTheDoor)
                .map(this::row)
                .forEach(page::append);
        page.append(
                """

                ## Of one part of a batch, in `declined` or noted by the receiver

                What is tried again comes again by itself as long as the sender holds it to be due. A parcel ends by the word of
                its addressee alone: "no" from a node that carries it for another counts as "yes". After an envelope that was
                declined with `BATCH_SENDER_NOT_A_MEMBER` the sender says of its dossier only how far it is.

                | part | code | tried again | sentence |
                |---|---|---|---|
                """);
        rows("batch", BatchRefusal.values(), BatchRefusal::code).forEach(page::append);
        rows("envelope", EnvelopeRefusal.values(), EnvelopeRefusal::code).forEach(page::append);
        rows("parcel", ParcelRefusal.values(), ParcelRefusal::code).forEach(page::append);
        rows("sealed part, void", VoidReason.values(), VoidReason::code).forEach(page::append);

        assertThat(ProtocolPage.isAsCommitted("refusals.md", page.toString())).isTrue();
    }

    private String row(FederationGround ground) {
        return "| `%s` | %s | %d | %s | %s |%n"
                .formatted(
                        ground.code(),
                        answered(ground),
                        NodeAnswers.status(ground),
                        ground.mayBeTriedAgain() ? "yes" : "no",
                        sentence(ground.code()));
    }

    private <T> Stream<String> rows(String part, T[] codes, Function<T, String> code) {
        return Arrays.stream(codes)
                .map(code)
                .map(
                        text ->
                                "| %s | `%s` | %s | %s |%n"
                                        .formatted(
                                                part,
                                                text,
                                                EndsOfParcels.broughtAgain(text),
                                                sentence(text)));
    }

    /// Which message can be refused so: some grounds come before it is read, some are about what it says.
    private static String answered(FederationGround ground) {
        return switch (ground) {
            case PEERING_NOT_IN_FORCE, NO_ROOM -> "batch";
            case CARD_NOT_GENUINE, CARD_IS_OLDER -> "hello";
            default -> "hello, batch";
        };
    }

    private String sentence(String code) {
        return sentences.of(code, Language.ENGLISH).sentence();
    }

    @Test
    void theVectorsAreThoseOfTheCode() throws IOException {
        Content content = content();
        var written =
                new Writing(CRYPTOGRAPHY, new Random(3))
                        .open(
                                sg,
                                new Membership.Open(
                                        List.of(sg.card(), vn.card()), Set.of(), Set.of(Suite.CP1)),
                                content);
        Receipt receipt =
                new Receipting(CRYPTOGRAPHY)
                        .sign(List.of(new Receipting.Owed(written.id(), NOON)), vn)
                        .getFirst();
        byte[] hello = new Hello(vn.node(), sg.card(), true, NOON.toEpochMilli()).bytes();
        Json.Members vectors =
                Json.object()
                        .with(
                                "note",
                                "constructed; the secrets are drawn from a fixed seed and guard"
                                        + " nothing")
                        .with("sg", secrets(sg))
                        .with("vn", secrets(vn))
                        .with("hello", new String(hello, StandardCharsets.UTF_8))
                        .with("request", request(hello))
                        .with("entry", written.signed().json())
                        .with("entryId", written.id().hex())
                        .with("content", content.json())
                        .with("parcel", written.parcels().getFirst().json())
                        .with("receipt", receipt.json());

        assertThat(ProtocolPage.isAsCommitted("vectors.json", vectors)).isTrue();
    }

    private Json request(byte[] hello) {
        var claim = new RequestSignature.Claim(sg.node(), NOON, NONCE);
        RequestSignature signature =
                RequestSignature.sign(Hello.PATH, hello, claim, sg.signing(), CRYPTOGRAPHY);
        return Json.object()
                .with("path", Hello.PATH)
                .with("Content-Digest", signature.digest())
                .with("Signature-Input", signature.input())
                .with("Signature", signature.signature());
    }

    @Test
    void aStrangerOpensAndChecksTheVectors() throws IOException {
        Fields vectors = new Fields(CanonicalJson.readObject(ProtocolPage.bytes("vectors.json")));
        SignedEnvelope entry = SignedEnvelope.read(vectors.members("entry"));
        Parcel parcel = Parcel.read(vectors.members("parcel"));
        Receipt receipt = Receipt.read(vectors.members("receipt"));
        Hello hello = Hello.read(vectors.text("hello", 10_000).getBytes(StandardCharsets.UTF_8));

        assertThat(entry.id().hex()).isEqualTo(vectors.code("entryId"));
        assertThat(hello.card().isGenuine(CRYPTOGRAPHY)).isTrue();
        assertThat(new Opening.Opener(CRYPTOGRAPHY).open(parcel, entry, vn))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.content().json()).isEqualTo(content().json()));
        assertThat(receipt.isSignedBy(vn.card().card().signingKeyBytes(), CRYPTOGRAPHY)).isTrue();
    }

    private static Json.Members secrets(NodeKeys keys) {
        return Json.object()
                .with("card", keys.card().json())
                .with("fingerprint", keys.card().card().fingerprint())
                .with("signingSecret", HexFormat.of().formatHex(keys.signing().reveal()))
                .with(
                        "sealingSecret",
                        HexFormat.of().formatHex(keys.sealing().getFirst().secret().reveal()));
    }

    private Content content() {
        return PageContent.of("Tê giác — кость — 犀", sg.node(), vn.node());
    }
}
