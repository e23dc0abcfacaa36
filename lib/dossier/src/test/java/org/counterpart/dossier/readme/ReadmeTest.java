package org.counterpart.dossier.readme;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.DossierEntries;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Folding;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Opening;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Placement;
import org.counterpart.dossier.Placing;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.SealingKey;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.StateCode;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.counterpart.dossier.Writer;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps the README true: its code stands here, in another package, so it needs nothing that is not public.
class ReadmeTest {
    private final Cryptography cryptography = new PublishedCryptography();
    private final Random random = new Random(1);
    private final Instant now = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void compilesTheCodeOfTheReadme() throws IOException {
        String here =
                Files.readString(
                        Path.of("src/test/java/org/counterpart/dossier/readme/ReadmeTest.java"));
        List<String> blocks =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(block -> block.group(1))
                        .toList();
        assertThat(blocks).hasSize(3);
        for (String block : blocks) {
            assertThat(here.replaceAll("(?m)^ +", "")).contains(block.replaceAll("(?m)^ +", ""));
        }
    }

    @Test
    void hasEveryTypeOnItsMap() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/counterpart/dossier"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .filteredOn(type -> !type.equals("package-info"))
                    .allMatch(type -> readme.contains("`" + type + "`"));
        }
    }

    @Test
    void carriesAQuestionFromOneNodeToAnother() {
        NodeKeys nigeria = keys(new StateCode("NG"));
        NodeKeys vietnam = keys(new StateCode("VN"));
        DeskId desk = DeskId.draw(random);

        // Nigeria opens a dossier with Viet Nam and asks. H1: not for a court without our leave.
        var members =
                new Membership.Open(
                        List.of(nigeria.card(), vietnam.card()), Set.of(), Set.of(Suite.CP1));
        var question =
                new Content(
                        "information-request",
                        new Writer.Desk(desk, "duty-officer"),
                        now,
                        Audience.ofNodes(List.of(nigeria.node(), vietnam.node())),
                        Handling.of(Set.of(HandlingCode.H1), Set.of(Purpose.INVESTIGATION)),
                        new Grading.NothingAsserted(),
                        Json.object().with("question", "Who sent this container?"),
                        List.of(),
                        List.of());
        Written asked = new Writing(cryptography, random).open(nigeria, members, question);
        byte[] envelope = asked.signed().json().bytes(); // to every member node
        byte[] parcel = asked.parcels().getFirst().json().bytes(); // to Viet Nam alone

        assertThat(receives(vietnam, nigeria.card(), desk, envelope, parcel))
                .isEqualTo(new Ruling.Blocked(List.of(HandlingGround.H1_NEEDS_PERMISSION)));
    }

    private Ruling receives(
            NodeKeys vietnam, SignedCard nigeria, DeskId desk, byte[] envelope, byte[] parcel) {
        // Viet Nam finds its place, opens it, signs for it, and asks: may it use it in court?
        SignedEnvelope signed = SignedEnvelope.read(CanonicalJson.read(envelope));
        Parcel received = Parcel.read(CanonicalJson.read(parcel));
        var opener = new Opening.Opener(cryptography);
        if (new Placing(new DossierEntries(List.of()), cryptography).place(signed)
                        instanceof Placement.Taken(var placed)
                && opener.isGenuine(received, nigeria)
                && opener.open(received, signed, vietnam)
                        instanceof Opening.Opened(var content, _)) {
            var owed = List.of(new Receipting.Owed(placed.id(), now));
            var receipts = new Receipting(cryptography).sign(owed, vietnam);
            var entries = new DossierEntries(List.of(placed));
            var sights = Map.<EntryId, Sight>of(placed.id(), new Sight.Read(content));
            Picture picture = Folding.fold(placed.dossier(), entries, sights, receipts);
            Picture.Line line = picture.lines().getFirst();
            var nobody = Audience.ofNodes(List.of());
            Set<Purpose> purpose = Set.of(Purpose.INVESTIGATION);
            var wish = new Wish(Use.COURT, vietnam.node(), desk, nobody, purpose, true, now);
            return new OriginatorControl(_ -> Optional.empty()).rule(line, content, wish, picture);
        }
        throw new AssertionError("nothing arrived");
    }

    private NodeKeys keys(StateCode state) {
        // A node makes its keys, and a card that shows their public halves.
        Secret signing = Cryptography.draw(random);
        Secret sealing = Cryptography.draw(random);
        byte[] key = cryptography.signingKey(signing);
        String shown = Fields.encoded(cryptography.sealingKey(sealing));
        var sealingKey = new SealingKey(shown, now.plus(Duration.ofDays(30)));
        var card =
                new Card(
                        NodeId.of(key),
                        state,
                        1,
                        List.of("https://node.example:9440"),
                        Fields.encoded(key),
                        sealingKey,
                        Digest.of("its TLS key".getBytes(UTF_8)),
                        "Operations room, day and night");
        return new NodeKeys(
                SignedCard.sign(card, signing, cryptography),
                signing,
                List.of(new NodeKeys.Sealing(sealingKey.id(), sealing)));
    }
}
