package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.TestNode.CRYPTOGRAPHY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class EnvelopeTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final Village village = Village.of(nigeria, vietnam);

    @Test
    void isReadAsItWasWrittenWhateverItChanges() {
        village.writes(vietnam);
        village.adds(nigeria, TestNode.named("thbangkok"));
        village.removes(nigeria, vietnam);
        village.changes(nigeria, new Membership.Renew(nigeria.card(2)));
        village.leaves(nigeria);
        for (Placed placed : village.held.all()) {
            SignedEnvelope signed = placed.signed();
            assertThat(SignedEnvelope.read(CanonicalJson.read(signed.json().bytes())))
                    .isEqualTo(signed);
        }
    }

    /// The identity is computed by the reader: there is no member in which a sender could claim another.
    @Test
    void hasTheIdentityOfItsCanonicalBytes() {
        Placed placed = village.writes(vietnam);
        byte[] bytes = placed.envelope().json().bytes();
        assertThat(placed.id().hex()).isEqualTo(Digest.of(bytes).hex());
        assertThat(placed.signed().json().values()).containsOnlyKeys("envelope", "signature");
    }

    @Test
    void changesItsIdentityWithEveryMember() {
        Placed placed = village.writes(vietnam);
        Json.Members json = placed.envelope().json();
        assertThat(reread(json.with("sequence", 9)).id()).isNotEqualTo(placed.id());
        assertThat(reread(json.with("size", 2048)).id()).isNotEqualTo(placed.id());
        assertThat(reread(json.with("commitment", "0".repeat(64))).id()).isNotEqualTo(placed.id());
        assertThat(reread(json.with("author", nigeria.id().hex())).id()).isNotEqualTo(placed.id());
    }

    @Test
    void isSignedByWhoeverSignedItsIdentity() {
        SignedEnvelope signed = village.writes(vietnam).signed();
        byte[] key = vietnam.card().card().signingKeyBytes();
        assertThat(signed.isSignedBy(key, CRYPTOGRAPHY)).isTrue();
        assertThat(signed.isSignedBy(nigeria.card().card().signingKeyBytes(), CRYPTOGRAPHY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"suite", "dossier", "author", "sequence", "parents", "commitment", "size"})
    void refusesToMissAMember(String name) {
        assertMalformed(json().without(name));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertMalformed(json().with("more", 1));
        assertMalformed(json().with("suite", "cp2"));
        assertMalformed(json().with("membership", Json.object()));
        assertMalformed(json().with("membership", Json.object().with("act", "crown")));
        assertMalformed(
                json().with("membership", Json.object().with("act", "leave").with("more", 1)));
        Json.Members signed = village.writes(vietnam).signed().json();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedEnvelope.read(signed.with("id", "0".repeat(64))));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedEnvelope.read(signed.with("signature", "AA")));
    }

    @Test
    void citesAtMostSixteenParents() {
        assertThat(reread(json().with("parents", ids(16))).parents()).hasSize(16);
        assertMalformed(json().with("parents", ids(17)));
    }

    /// -4294966272 is 1024 when it is cut to 32 bits.
    @ParameterizedTest
    @ValueSource(
            longs = {0, -1, 1023, 1025, 3072, 524_288, -4_294_966_272L, 4_294_968_320L, 1L << 52})
    void refusesASizeThatIsNoClass(long size) {
        assertMalformed(json().with("size", size));
    }

    @Test
    void namesStewardsAndSuitesInOneOrder() {
        Json.Members open = village.opening.envelope().membership().json();
        var nodes = List.of(vietnam.id().hex(), nigeria.id().hex());
        var descending = nodes.stream().sorted((a, b) -> b.compareTo(a)).toList();
        assertMalformed(json().with("membership", open.with("stewards", Json.texts(descending))));
        assertMalformed(
                json().with("membership", open.with("suites", Json.texts(List.of("cp1", "cp1")))));
    }

    @Test
    void namesAtMostSixtyFourMembers() {
        var cards =
                IntStream.range(0, 65)
                        .mapToObj(i -> TestNode.named("member" + i).card().json())
                        .toList();
        Json.Members open = village.opening.envelope().membership().json();
        assertMalformed(json().with("membership", open.with("members", Json.items(cards))));
    }

    private Json.Members json() {
        return village.writes(vietnam).envelope().json();
    }

    private static Json.Items ids(int count) {
        return Json.texts(IntStream.range(0, count).mapToObj(i -> "%064x".formatted(i)).toList());
    }

    private static Envelope reread(Json.Members json) {
        return Envelope.read(new Fields(json));
    }

    private static void assertMalformed(Json.Members json) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> reread(json));
    }
}
