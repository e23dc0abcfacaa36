package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Written;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PassingReceiptsOnTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");
    private final ANode indonesia = new ANode("ID");

    /// Found by the simulation (seed 9133): what was given on to who stands outside the audience is receipted too.
    @Test
    void tellsTheAudienceOfAReceiptThatCameBeforeTheContent() {
        vietNam.peersWith(singapore);
        vietNam.peersWith(nigeria);
        vietNam.peersWith(indonesia);
        DossierId dossier = singapore.opens(vietNam, nigeria, indonesia).dossier();
        Placed secret = singapore.writes(dossier, indonesia);
        gives(secret, nigeria);
        singapore.speaksTo(vietNam);
        vietNam.speaksTo(nigeria);
        gives(secret, vietNam);
        singapore.speaksTo(vietNam);

        vietNam.speaksTo(indonesia);

        assertThat(vietNam.canRead(secret)).isTrue();
        assertThat(indonesia.canRead(secret)).isTrue();
        assertThat(indonesia.hasReceipt(secret.id(), nigeria)).isTrue();
    }

    /// Found by the simulation (seed 3267): a clock that broke on the way stood for ever, for equal heads end the talk.
    @Test
    void tellsAPeerWithOurHeadsAlsoWhenItsClockSaysThatItHoldsLess() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        Placed opening = singapore.opens(vietNam, nigeria);
        singapore.speaksTo(vietNam);
        singapore.answerTo(withoutItsClock(vietNam, opening.dossier()));
        singapore.speaksTo(nigeria);

        singapore.speaksTo(vietNam);

        assertThat(vietNam.hasReceipt(opening.id(), nigeria)).isTrue();
    }

    /// A node of a made-up id costs nothing to name, and would be owed a receipt for good.
    @Test
    void owesNothingToNodesThatNeverBelonged() {
        vietNam.peersWith(singapore);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        singapore.speaksTo(vietNam);
        var nodes = new TreeSet<>(List.of(singapore.id(), vietNam.id(), nigeria.id()));
        List<NodeId> madeUp =
                IntStream.range(0, 500)
                        .mapToObj(n -> NodeId.of(("made up " + n).getBytes(UTF_8)))
                        .toList();
        nodes.addAll(madeUp);
        Content content =
                vietNam.content(
                        "information",
                        Json.object().with("text", "(constructed)"),
                        Audience.ofNodes(nodes));
        Written word = vietNam.forces(dossier, content, singapore);

        vietNam.brings(singapore, word);

        Store.Receipts receipts = singapore.store().receipts();
        assertThat(receipts.find(word.id(), singapore.id())).isPresent();
        assertThat(receipts.untold(vietNam.id(), 9)).extracting(Receipt::entry).contains(word.id());
        assertThat(receipts.untold(nigeria.id(), 9)).extracting(Receipt::entry).contains(word.id());
        assertThat(madeUp).allMatch(node -> receipts.untold(node, 1).isEmpty());
    }

    /// What a peer does not say that it has is brought again, and keeps nothing else from its turn.
    @Test
    void tellsEachReceiptInTheEndHoweverManyArePassedOver() {
        vietNam.peersWith(singapore);
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.speaksTo(vietNam);
        for (int i = 0; i < 150; i++) {
            vietNam.writes(dossier, singapore);
        }
        for (int turn = 0; turn < 5; turn++) {
            vietNam.speaksTo(singapore);
        }
        Store.Receipts receipts = singapore.store().receipts();
        Set<EntryId> all =
                singapore.store().envelopes().entries(dossier).stream()
                        .filter(entry -> entry.author().equals(vietNam.id()))
                        .map(Placed::id)
                        .collect(Collectors.toSet());
        all.forEach(entry -> receipts.tell(entry, singapore.id(), vietNam.id()));

        var told = new HashSet<EntryId>();
        for (int turn = 0; turn < 40 && told.size() < all.size(); turn++) {
            singapore.exchanging().ask(vietNam.id()).receipts().stream()
                    .map(Receipt::entry)
                    .forEach(told::add);
        }

        assertThat(all).hasSize(150);
        assertThat(told).isEqualTo(all);
    }

    private Batch withoutItsClock(ANode from, DossierId dossier) {
        SortedSet<EntryId> all = from.store().envelopes().heads(dossier);
        var heads = new Heads(dossier, all, Heads.digest(all), Clock.NOTHING);
        return new Batch(
                from.id(),
                singapore.id(),
                List.of(heads),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void gives(Placed entry, ANode to) {
        var forward = new Act.Forward(Set.of(entry.id()), singapore.content("to", to).audience());
        ANode.done(
                singapore.tries(
                        entry.dossier(),
                        new Membership.Unchanged(),
                        singapore.content(forward.type(), forward.payload(), to)));
    }
}
