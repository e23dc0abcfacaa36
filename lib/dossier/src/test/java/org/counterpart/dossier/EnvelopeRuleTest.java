package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The opener of a long dossier used a number twice, so that who belongs is a walk through all of it.
class EnvelopeRuleTest {
    private static final int ENTRIES = 100;

    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode stranger = TestNode.named("stranger");
    private final Village village = Village.of(nigeria, vietnam);
    private Placed last = village.opening;

    @BeforeEach
    void writesALongDossier() {
        village.writes(nigeria, village.opening);
        last = village.writes(nigeria, village.opening);
        for (int i = 0; i < ENTRIES; i++) {
            last = village.writes(vietnam, last);
        }
    }

    private int asked(SignedEnvelope signed, Placement expected) {
        var counting = new Counting(village.held);
        assertThat(new Placing(counting, TestNode.CRYPTOGRAPHY).place(signed)).isEqualTo(expected);
        return counting.asked;
    }

    private SignedEnvelope next(TestNode author) {
        return village.envelope(author, Contents.about("Next"), last);
    }

    @Test
    void walksThroughTheDossierForWhatAMemberSigned() {
        SignedEnvelope signed = next(vietnam);
        Clock clock = last.clock().with(vietnam.id(), signed.sequence());

        assertThat(asked(signed, new Placement.Taken(new Placed(signed, clock))))
                .isGreaterThan(ENTRIES);
    }

    @Test
    void looksNoFurtherAtWhatAStrangerWrote() {
        assertThat(
                        asked(
                                next(stranger),
                                new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER)))
                .isLessThan(10);
    }

    @Test
    void looksNoFurtherAtWhatItsAuthorDidNotSign() {
        SignedEnvelope forged = Village.sign(stranger, next(vietnam).envelope());

        assertThat(asked(forged, new Placement.Refused(EnvelopeRefusal.SIGNATURE_WRONG)))
                .isLessThan(10);
    }

    @Test
    void looksNoFurtherAtANumberThatDoesNotFollow() {
        SignedEnvelope skipping =
                Village.sign(
                        vietnam,
                        village.plain(
                                vietnam,
                                last.sequence() + 2,
                                List.of(last.id()),
                                new Membership.Unchanged(),
                                Contents.about("Later")));

        assertThat(asked(skipping, new Placement.Refused(EnvelopeRefusal.SEQUENCE_BROKEN)))
                .isLessThan(10);
    }

    @Test
    void verifiesOneSignatureForWhatItTakes() {
        var verified = new AtomicInteger();

        assertThat(new Placing(village.held, counting(verified)).place(next(vietnam)))
                .isInstanceOf(Placement.Taken.class);
        assertThat(verified).hasValue(1);
    }

    private static Cryptography counting(AtomicInteger verified) {
        InvocationHandler counting =
                (_, method, arguments) -> {
                    if (method.getName().equals("verify")) {
                        verified.incrementAndGet();
                    }
                    return method.invoke(TestNode.CRYPTOGRAPHY, arguments);
                };
        return (Cryptography)
                Proxy.newProxyInstance(
                        Cryptography.class.getClassLoader(),
                        new Class<?>[] {Cryptography.class},
                        counting);
    }
}
