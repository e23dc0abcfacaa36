package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.TestNode.CRYPTOGRAPHY;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The way of a content from the desk of its author to the desk of its reader.
class ParcelTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final Writing writing = new Writing(CRYPTOGRAPHY, new Random(11));
    private final Opening.Opener opener = new Opening.Opener(CRYPTOGRAPHY);
    private final Content content = Contents.to(nigeria, vietnam, kenya);
    private final Written written = open(content);

    @Test
    void goesToEachNodeOfTheAudienceButItsAuthor() {
        assertThat(written.parcels())
                .extracting(Parcel::recipient)
                .containsExactlyInAnyOrder(vietnam.id(), kenya.id());
        assertThat(written.parcels())
                .allMatch(parcel -> parcel.ciphertext().equals(written.ciphertext()));
    }

    @Test
    void isOpenedByItsRecipient() {
        assertThat(opener.open(to(vietnam), written.signed(), vietnam.keys()))
                .isEqualTo(new Opening.Opened(content, written.payloadKey()));
        assertThat(opener.unseal(written.ciphertext(), written.payloadKey(), written.signed()))
                .isEqualTo(new Opening.Opened(content, written.payloadKey()));
    }

    @Test
    void isReadAsItWasWritten() {
        Parcel parcel = to(vietnam);
        assertThat(Parcel.read(CanonicalJson.read(parcel.json().bytes()))).isEqualTo(parcel);
    }

    @Test
    void hasThePaddedSizeOfItsClassWhateverWasSaid() {
        int tag = 16;
        assertThat(written.ciphertext().length())
                .isEqualTo(written.signed().envelope().size().bytes() + tag);
        assertThat(open(Contents.about("x".repeat(100)).withAudience(content.audience())))
                .extracting(other -> other.ciphertext().length())
                .isEqualTo(written.ciphertext().length());
    }

    @Test
    void isRefusedByAnotherNode() {
        assertThat(opener.open(to(vietnam), written.signed(), kenya.keys()))
                .isEqualTo(new Opening.Refused(ParcelRefusal.NOT_FOR_US));
    }

    @Test
    void isRefusedWhenItsSealingKeyIsGone() {
        var keys = new NodeKeys(vietnam.card(), vietnam.signing(), List.of());
        assertThat(opener.open(to(vietnam), written.signed(), keys))
                .isEqualTo(new Opening.Refused(ParcelRefusal.SEALED_TO_AN_OLD_KEY));
    }

    @Test
    void isOpenedWithAnOldKeyAsLongAsItIsKept() {
        Secret fresh = Cryptography.draw(new Random(5));
        var sealing = vietnam.keys().sealing();
        var keys =
                new NodeKeys(
                        vietnam.card(2),
                        vietnam.signing(),
                        List.of(
                                new NodeKeys.Sealing("0123456789abcdef", fresh),
                                sealing.getFirst()));
        assertThat(opener.open(to(vietnam), written.signed(), keys))
                .isInstanceOf(Opening.Opened.class);
    }

    /// A carrier can break a parcel; it cannot make the author answer for it.
    @Test
    void isNotGenuineWhenAnythingWasAlteredOnTheWay() {
        Parcel parcel = to(vietnam);
        assertThat(opener.isGenuine(parcel, nigeria.card())).isTrue();
        assertThat(opener.isGenuine(parcel, kenya.card())).isFalse();
        byte[] ciphertext = parcel.ciphertext().bytes();
        ciphertext[7] ^= 1;
        var other = open(Contents.to(nigeria, vietnam));
        Wrap wrap = parcel.wrap();
        assertAltered(new Parcel(parcel.entry(), new Ciphertext(ciphertext), wrap));
        assertAltered(new Parcel(other.id(), parcel.ciphertext(), wrap));
        assertAltered(wrapped(wrap.recipient(), wrap.keyId(), to(kenya).wrap().wrapped()));
        assertAltered(wrapped(kenya.id(), wrap.keyId(), wrap.wrapped()));
        assertAltered(wrapped(wrap.recipient(), "other", wrap.wrapped()));
        assertAltered(under(wrap, other.id()));
    }

    @Test
    void isNotGenuineUnderTheNameOfAnotherMaker() {
        Wrap wrap = to(vietnam).wrap();
        var claimed =
                new Wrap(
                        wrap.recipient(),
                        wrap.keyId(),
                        wrap.wrapped(),
                        kenya.id(),
                        wrap.under(),
                        wrap.signature());
        var parcel = new Parcel(written.id(), written.ciphertext(), claimed);
        assertThat(opener.isGenuine(parcel, kenya.card())).isFalse();
        assertThat(opener.isGenuine(parcel, nigeria.card())).isFalse();
    }

    /// Who carries a sealed key cannot open it, and must not give away with it what it never held.
    @Test
    void doesNotOpenWhenACarrierSignsItAgainAsItsOwnGift() {
        Wrap wrap = to(vietnam).wrap();
        EntryId forward = new EntryId("f".repeat(64));
        var claim = new Wrap.Claim(vietnam.id(), wrap.keyId(), wrap.wrapped(), kenya.id(), forward);
        byte[] body = claim.about(written.id(), written.ciphertext().digest()).bytes();
        String signature =
                Fields.encoded(Signatures.WRAP.sign(CRYPTOGRAPHY, kenya.signing(), body));
        var again = new Parcel(written.id(), written.ciphertext(), claim.signed(signature));

        assertThat(opener.isGenuine(again, kenya.card())).isTrue();
        assertThat(opener.open(again, written.signed(), vietnam.keys()))
                .isEqualTo(new Opening.Refused(ParcelRefusal.DOES_NOT_OPEN));
    }

    @Test
    void isWrappedAgainForAnotherNodeUnderWhatAllowsIt() {
        TestNode thailand = TestNode.named("thbangkok");
        EntryId forward = new EntryId("f".repeat(64));
        Parcel parcel = wrap(kenya, written.payloadKey(), thailand, forward);
        assertThat(parcel.wrap().maker()).isEqualTo(kenya.id());
        assertThat(parcel.wrap().under()).isEqualTo(forward);
        assertThat(opener.isGenuine(parcel, kenya.card())).isTrue();
        assertThat(opener.open(parcel, written.signed(), thailand.keys()))
                .isEqualTo(new Opening.Opened(content, written.payloadKey()));
    }

    @Test
    void voidsTheEntryWhenItsAuthorSealedARubbishKey() {
        Parcel rubbish = wrap(nigeria, Cryptography.draw(new Random(6)), vietnam, written.id());
        assertThat(opener.open(rubbish, written.signed(), vietnam.keys()))
                .isEqualTo(new Opening.Voided(VoidReason.DOES_NOT_OPEN));
    }

    @Test
    void voidsNothingWhenAnotherHolderSealedARubbishKey() {
        Parcel rubbish = wrap(kenya, Cryptography.draw(new Random(6)), vietnam, written.id());
        assertThat(opener.open(rubbish, written.signed(), vietnam.keys()))
                .isEqualTo(new Opening.Refused(ParcelRefusal.DOES_NOT_OPEN));
    }

    @Test
    void voidsTheEntryWhenItsAuthorSealedSomethingElseThanItCommittedTo() {
        byte[] other = Contents.to(nigeria, vietnam).json().bytes();
        Ciphertext ciphertext = sealed(new SealedPart(new byte[32], other).padded());
        assertThat(opened(ciphertext)).isEqualTo(new Opening.Voided(VoidReason.COMMITMENT_BROKEN));
        Parcel byKenya =
                writing.wrap(
                        kenya.keys(),
                        new Writing.Openable(written.id(), ciphertext, written.payloadKey()),
                        vietnam.card(),
                        written.id());
        assertThat(opener.open(byKenya, written.signed(), vietnam.keys()))
                .isEqualTo(new Opening.Refused(ParcelRefusal.DOES_NOT_OPEN));
    }

    @Test
    void voidsTheEntryWhenItIsOfAnotherSizeThanItsEnvelopeSays() {
        byte[] bytes = content.json().bytes();
        var part = new SealedPart(new byte[32], bytes);
        var envelope = written.signed().envelope();
        var larger =
                new Envelope(
                        Suite.CP1,
                        envelope.dossier(),
                        envelope.author(),
                        1,
                        List.of(),
                        part.commitment(),
                        new SizeClass(4096),
                        envelope.membership());
        SignedEnvelope signed = Village.sign(nigeria, larger);
        var ciphertext =
                new Ciphertext(
                        CRYPTOGRAPHY.encrypt(
                                written.payloadKey(),
                                part.padded(),
                                Writing.associated(signed.id())));
        assertThat(opener.unseal(ciphertext, written.payloadKey(), signed))
                .isEqualTo(new Opening.Voided(VoidReason.COMMITMENT_BROKEN));
    }

    @Test
    void voidsTheEntryWhenWhatWasCommittedToIsNoContent() {
        for (String text : List.of("", "{}", "[1]", "{\"a\": 1}", "\u0000")) {
            assertThat(openedAsCommitted(text.getBytes(UTF_8)))
                    .isEqualTo(new Opening.Voided(VoidReason.CONTENT_MALFORMED));
        }
    }

    @Test
    void voidsTheEntryWhenItsPaddingIsNotZeros() {
        byte[] padded = new SealedPart(new byte[32], content.json().bytes()).padded();
        padded[padded.length - 1] = 1;
        assertThat(opened(sealed(padded)))
                .isEqualTo(new Opening.Voided(VoidReason.CONTENT_MALFORMED));
    }

    /// The ciphertext is bound to its entry: under another one it does not decrypt.
    @Test
    void doesNotOpenUnderAnotherEntry() {
        SignedEnvelope other = open(Contents.to(nigeria, vietnam)).signed();
        assertThat(opener.unseal(written.ciphertext(), written.payloadKey(), other))
                .isEqualTo(new Opening.Voided(VoidReason.DOES_NOT_OPEN));
    }

    @Test
    void opensNothingThatIsTooShort() {
        for (int length : new int[] {0, 1, 15, 16, 17}) {
            assertThat(opened(new Ciphertext(new byte[length])))
                    .isEqualTo(new Opening.Voided(VoidReason.DOES_NOT_OPEN));
        }
    }

    @Test
    void isRefusedInAnotherForm() {
        Json.Members json = to(vietnam).json();
        Json.Members wrap = to(vietnam).wrap().json();
        assertMalformed(json.with("more", 1));
        assertMalformed(json.with("ciphertext", "="));
        assertMalformed(json.with("ciphertext", "A".repeat(Ciphertext.MOST_CHARACTERS + 1)));
        assertMalformed(json.with("wrap", wrap.with("more", 1)));
        assertMalformed(json.with("wrap", wrap.with("wrapped", Fields.encoded(new byte[79]))));
        assertMalformed(json.with("wrap", wrap.with("signature", Fields.encoded(new byte[63]))));
    }

    @Test
    void readsTheLargestCiphertextThatCanBeWritten() {
        var largest = new Ciphertext(new byte[SizeClass.LARGEST + 16]);
        var parcel = new Parcel(written.id(), largest, to(vietnam).wrap());
        assertThat(Parcel.read(parcel.json())).isEqualTo(parcel);
    }

    @Test
    void isNotWrittenForANodeWithoutACard() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> open(Contents.to(nigeria, TestNode.named("thbangkok"))))
                .withMessageContaining(TestNode.named("thbangkok").id().hex());
    }

    @Test
    void isAppendedAfterWhatItsAuthorHasSeen() {
        var heads = new TreeSet<EntryId>();
        for (int i = 0; i < 40; i++) {
            heads.add(new EntryId("%064x".formatted(i)));
        }
        EntryId previous = new EntryId("e".repeat(64));
        var position =
                new Writing.Position(written.signed().dossier(), 2, heads, List.of(previous));
        var cards = new TreeMap<NodeId, SignedCard>();
        cards.put(vietnam.id(), vietnam.card());
        Written next =
                writing.append(
                        nigeria.keys(),
                        position,
                        new Membership.Unchanged(),
                        Contents.to(nigeria, vietnam),
                        cards);
        assertThat(next.signed().envelope().parents())
                .hasSize(Envelope.MAX_PARENTS)
                .contains(previous)
                .isSorted();
        assertThat(next.signed().sequence()).isEqualTo(2);
        assertThat(opener.open(next.parcels().getFirst(), next.signed(), vietnam.keys()))
                .isInstanceOf(Opening.Opened.class);
    }

    private Written open(Content content) {
        var members = List.of(nigeria.card(), vietnam.card(), kenya.card());
        return writing.open(
                nigeria.keys(), new Membership.Open(members, Set.of(), Set.of(Suite.CP1)), content);
    }

    private Parcel to(TestNode node) {
        return written.parcels().stream()
                .filter(parcel -> parcel.recipient().equals(node.id()))
                .findFirst()
                .orElseThrow();
    }

    private Parcel wrap(TestNode maker, Secret key, TestNode to, EntryId under) {
        var openable = new Writing.Openable(written.id(), written.ciphertext(), key);
        return writing.wrap(maker.keys(), openable, to.card(), under);
    }

    private Parcel wrapped(NodeId recipient, String keyId, String wrapped) {
        Wrap wrap = to(vietnam).wrap();
        return new Parcel(
                written.id(),
                written.ciphertext(),
                new Wrap(recipient, keyId, wrapped, wrap.maker(), wrap.under(), wrap.signature()));
    }

    private Parcel under(Wrap wrap, EntryId under) {
        return new Parcel(
                written.id(),
                written.ciphertext(),
                new Wrap(
                        wrap.recipient(),
                        wrap.keyId(),
                        wrap.wrapped(),
                        wrap.maker(),
                        under,
                        wrap.signature()));
    }

    private void assertAltered(Parcel parcel) {
        assertThat(opener.isGenuine(parcel, nigeria.card())).isFalse();
    }

    private Ciphertext sealed(byte[] padded) {
        return new Ciphertext(
                CRYPTOGRAPHY.encrypt(
                        written.payloadKey(), padded, Writing.associated(written.id())));
    }

    private Opening opened(Ciphertext ciphertext) {
        Parcel parcel =
                writing.wrap(
                        nigeria.keys(),
                        new Writing.Openable(written.id(), ciphertext, written.payloadKey()),
                        vietnam.card(),
                        written.id());
        return opener.open(parcel, written.signed(), vietnam.keys());
    }

    private Opening openedAsCommitted(byte[] bytes) {
        var part = new SealedPart(new byte[32], bytes);
        Membership.Open act = (Membership.Open) written.signed().envelope().membership();
        SignedEnvelope signed =
                Village.sign(
                        nigeria,
                        Envelope.opening(nigeria.id(), part.commitment(), part.size(), act));
        var ciphertext =
                new Ciphertext(
                        CRYPTOGRAPHY.encrypt(
                                written.payloadKey(),
                                part.padded(),
                                Writing.associated(signed.id())));
        return opener.unseal(ciphertext, written.payloadKey(), signed);
    }

    private static void assertMalformed(Json.Members json) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Parcel.read(json));
    }
}
