package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Parties;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Which desks an entry is for, and whose word counts for whom.
///
/// Singapore's customs wrote to Viet Nam's customs; each node has a police desk beside, and Nigeria was told nothing.
class HeldEntryTest {
    private final Random random = new Random(20_261_132);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final NodeKeys ng = SoundKeys.of("NG", random);
    private final DeskId sgCustoms = DeskId.draw(random);
    private final DeskId sgPolice = DeskId.draw(random);
    private final DeskId vnCustoms = DeskId.draw(random);
    private final DeskId vnPolice = DeskId.draw(random);
    private final DeskId ngCustoms = DeskId.draw(random);
    private final NodeKeys my = SoundKeys.of("MY", random);
    private final DeskId ngPolice = DeskId.draw(random);
    private final Chronicle chronicle = Chronicle.opened(random, List.of(sg, vn, ng, my));
    private final Placed entry =
            chronicle.says(
                    sg,
                    Chronicle.content(
                            "information",
                            new Writer.Desk(sgCustoms, "duty-officer"),
                            Chronicle.audience(sg, vn)
                                    .with(sg.node(), sgCustoms)
                                    .with(vn.node(), vnCustoms),
                            Json.object()),
                    chronicle.opening());

    private HeldEntry held() {
        return heldBy(sg, entry);
    }

    /// As it is held by a node that opened it under this entry.
    private HeldEntry heldBy(NodeKeys self, Placed under) {
        var given = Map.of(entry.id(), under.id());
        var counted = new Gifts(chronicle.picture(), self.node(), given).counted();
        return HeldEntry.in(counted, entry.id()).orElseThrow();
    }

    private static Audience desk(NodeKeys node, DeskId desk) {
        return Audience.ofNodes(List.of()).with(node.node(), desk);
    }

    private Placed forwarded(NodeKeys by, Audience to) {
        return forwarded(by, to, entry);
    }

    private Placed forwarded(NodeKeys by, Audience to, Placed seen) {
        return chronicle.says(
                by,
                Chronicle.act(
                        new Act.Forward(Set.of(entry.id()), to),
                        Chronicle.audience(sg, vn, ng, my)),
                seen);
    }

    @Test
    void isBetweenTheDeskThatWroteAndThoseThatItAddressed() {
        assertThat(held().parties(sg.node())).isEqualTo(new Parties(Set.of(sgCustoms), Set.of()));
        assertThat(held().parties(vn.node())).isEqualTo(new Parties(Set.of(), Set.of(vnCustoms)));
        assertThat(held().desksOf(sg.node())).containsExactly(sgCustoms);
        assertThat(held().desksOf(vn.node())).containsExactly(vnCustoms);
        assertThat(held().desksOf(ng.node())).isEmpty();
    }

    @Test
    void isAlsoForADeskToWhichAHolderForwardsIt() {
        forwarded(vn, desk(ng, ngCustoms));

        assertThat(held().desksOf(ng.node())).containsExactly(ngCustoms);
        assertThat(held().parties(ng.node()).addressed()).containsExactly(ngCustoms);
        assertThat(held().everybody())
                .isEqualTo(held().content().audience().with(ng.node(), ngCustoms));
    }

    /// Ids of desks are public: whoever names ours as one of its own must not let it in.
    @Test
    void isNotForADeskOfOursThatAnotherNodeNamesAsItsOwn() {
        forwarded(ng, desk(ng, vnPolice));

        assertThat(held().parties(vn.node()).addressed()).containsExactly(vnCustoms);
        assertThat(held().desksOf(vn.node())).containsExactly(vnCustoms);
    }

    @Test
    void isForAFurtherDeskOfANodeThatSaysSoItself() {
        forwarded(vn, desk(vn, vnPolice));

        assertThat(held().desksOf(vn.node())).containsExactlyInAnyOrder(vnCustoms, vnPolice);
    }

    @Test
    void isForAFurtherDeskOfAnotherNodeWhenTheAuthorSaysSo() {
        forwarded(sg, desk(vn, vnPolice));

        assertThat(held().desksOf(vn.node())).containsExactlyInAnyOrder(vnCustoms, vnPolice);
    }

    /// A forward from abroad would else open an entry to another authority of a state that had it already.
    @Test
    void isNotForAFurtherDeskOfANodeThatHadItWhenAThirdSaysSo() {
        forwarded(ng, desk(vn, vnPolice));
        forwarded(vn, desk(sg, sgPolice));

        assertThat(held().desksOf(vn.node())).containsExactly(vnCustoms);
        assertThat(held().desksOf(sg.node())).containsExactly(sgCustoms);
        assertThat(held().parties(vn.node()).addressed()).containsExactly(vnCustoms);
    }

    /// Whoever may name an entry need not hold it: only who gave it to us has shown that it did.
    @Test
    void isNotForAFurtherDeskWhenAThirdSaysSoOfWhatAnotherGaveUs() {
        Placed gift = forwarded(vn, desk(ng, ngCustoms));
        forwarded(my, desk(ng, ngPolice));

        assertThat(heldBy(ng, gift).desksOf(ng.node())).containsExactly(ngCustoms);
        assertThat(heldBy(ng, gift).parties(ng.node()).addressed()).containsExactly(ngCustoms);
        assertThat(heldBy(ng, gift).everybody().desks().get(ng.node())).containsExactly(ngCustoms);
    }

    @Test
    void isForAFurtherDeskWhenWhoGaveItOrItsAuthorOrItsHolderSaysSo() {
        Placed gift = forwarded(vn, desk(ng, ngCustoms));
        for (NodeKeys giver : List.of(vn, sg, ng)) {
            DeskId further = DeskId.draw(random);
            forwarded(giver, desk(ng, further), gift);
            assertThat(heldBy(ng, gift).desksOf(ng.node())).contains(ngCustoms, further);
        }
    }

    @Test
    void isForADeskToWhichItsAuthorReleasesIt() {
        Placed asked =
                chronicle.says(
                        vn,
                        Chronicle.act(
                                new Act.PermissionRequest(
                                        Set.of(entry.id()),
                                        desk(ng, ngCustoms),
                                        Use.FORWARD,
                                        "The port"),
                                Chronicle.audience(sg, vn)),
                        entry);
        chronicle.says(
                sg,
                Chronicle.act(
                        new Act.Release(
                                asked.id(),
                                Set.of(entry.id()),
                                desk(ng, ngCustoms),
                                Use.FORWARD,
                                Chronicle.NOON.plusSeconds(60)),
                        Chronicle.audience(sg, vn, ng)),
                asked);

        assertThat(held().desksOf(ng.node())).containsExactly(ngCustoms);
    }

    @Test
    void isNotForWhomAForwardOfAnotherEntryNames() {
        chronicle.says(
                vn,
                Chronicle.act(
                        new Act.Forward(Set.of(chronicle.opening().id()), desk(ng, ngCustoms)),
                        Chronicle.audience(sg, vn, ng)),
                entry);

        assertThat(held().desksOf(ng.node())).isEmpty();
    }

    static Stream<Sight> unread() {
        return Stream.of(
                new Sight.Closed(), new Sight.Erased(), new Sight.Voided(VoidReason.DOES_NOT_OPEN));
    }

    @ParameterizedTest
    @MethodSource("unread")
    void isNotForWhomAForwardNamesThatIsNotReadHere(Sight sight) {
        Placed forward = forwarded(vn, desk(ng, ngCustoms));
        var picture = chronicle.picture(Map.of(forward.id(), sight));

        assertThat(HeldEntry.in(picture, entry.id()).orElseThrow().desksOf(ng.node())).isEmpty();
    }

    /// Nobody forwards what it has not seen.
    @Test
    void isNotForWhomAForwardNamesThatHadNotSeenIt() {
        chronicle.says(
                vn,
                Chronicle.act(
                        new Act.Forward(Set.of(entry.id()), desk(ng, ngCustoms)),
                        Chronicle.audience(sg, vn, ng)),
                chronicle.opening());

        assertThat(held().desksOf(ng.node())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unread")
    void isNotHeldWhenItsContentIsNotReadHere(Sight sight) {
        var picture = chronicle.picture(Map.of(entry.id(), sight));

        assertThat(HeldEntry.in(picture, entry.id())).isEmpty();
        assertThat(HeldEntry.desksTakingPart(picture, vn.node())).isEmpty();
    }

    @Test
    void aDeskTakesPartByWritingByBeingAddressedAndByBeingGivenIt() {
        forwarded(vn, desk(ng, ngCustoms));

        assertThat(HeldEntry.desksTakingPart(chronicle.picture(), sg.node()))
                .containsExactly(sgCustoms);
        assertThat(HeldEntry.desksTakingPart(chronicle.picture(), vn.node()))
                .containsExactly(vnCustoms);
        assertThat(HeldEntry.desksTakingPart(chronicle.picture(), ng.node()))
                .containsExactly(ngCustoms);
    }
}
