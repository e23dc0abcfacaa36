package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ItemsTest extends BetweenTwoStates {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-01T00:00:00Z");

    private final Random random = new Random(20_261_127);
    private final Items items = sg.node().bean(Items.class);
    private NodeId from = new NodeId(hex().substring(0, 32));
    private final DeskId desk = DeskId.draw(random);
    private final DossierId dossier = aDossier();

    ItemsTest(TwoStates both) {
        super(both);
    }

    /// Whatever time those state who tell it.
    @Test
    void whatAsksForAnActStandsBeforeWhateverIsTold() {
        var all = new ArrayList<Item>();
        for (int n = 0; n < SeeingInbox.MOST + 1; n++) {
            all.add(item(ItemKind.INFORMATION, Optional.empty(), NEVER));
        }
        all.add(item(ItemKind.BROUGHT_IN, Optional.empty(), NOW));
        all.add(item(ItemKind.REQUEST_TO_US, Optional.of(NOW), NOW));
        all.add(item(ItemKind.PERMISSION_ASKED, Optional.empty(), NOW));
        all.add(item(ItemKind.RECALL_TO_ANSWER, Optional.empty(), NOW));

        items.draw(dossier, all, NOW);

        assertThat(items.waiting(desk, SeeingInbox.MOST))
                .hasSize(SeeingInbox.MOST)
                .extracting(listed -> listed.item().kind())
                .startsWith(
                        ItemKind.RECALL_TO_ANSWER,
                        ItemKind.PERMISSION_ASKED,
                        ItemKind.REQUEST_TO_US,
                        ItemKind.BROUGHT_IN,
                        ItemKind.INFORMATION);
    }

    @Test
    void whatOnePeerSendsBuriesNeitherAnotherNorWhatIsLessPressing() {
        var all = new ArrayList<Item>();
        for (int n = 0; n < SeeingInbox.MOST + 1; n++) {
            all.add(item(ItemKind.PERMISSION_ASKED, Optional.empty(), NOW));
            all.add(item(ItemKind.RECALL_TO_ANSWER, Optional.empty(), NOW));
            all.add(item(ItemKind.REQUEST_TO_US, Optional.of(NOW.minusSeconds(9)), NOW));
        }
        from = new NodeId(hex().substring(0, 32));
        Item question = item(ItemKind.REQUEST_TO_US, Optional.of(NOW), NOW.minusSeconds(9));
        Item told = item(ItemKind.INFORMATION, Optional.empty(), NOW.minusSeconds(9));
        all.add(question);
        all.add(told);

        items.draw(dossier, all, NOW);

        assertThat(items.waiting(desk, SeeingInbox.MOST))
                .hasSize(SeeingInbox.MOST)
                .extracting(Listed::item)
                .contains(question, told);
    }

    /// What comes later stands before it, whenever that says it was sent.
    @Test
    void aStatedTimePutsNothingAheadOfWhatCameAfterIt() {
        Item early = item(ItemKind.INFORMATION, Optional.empty(), NEVER);
        Item late = item(ItemKind.INFORMATION, Optional.empty(), NOW.plusSeconds(30));

        items.draw(dossier, List.of(early), NOW);
        items.draw(aDossier(), List.of(late), NOW.plusSeconds(60));

        assertThat(items.waiting(desk, 2))
                .extracting(listed -> listed.item().entry())
                .containsExactly(late.entry(), early.entry());
    }

    /// Drawn anew, an item stays where it was; so pages neither lose one nor show one twice.
    @Test
    void pagesStayWhileTheDossierIsDrawnAnew() {
        List<Item> all = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            all.add(item(ItemKind.INFORMATION, Optional.empty(), NOW));
        }
        items.draw(dossier, all, NOW);
        List<Listed> first = items.all(desk, Long.MAX_VALUE, 2);
        items.draw(dossier, all.reversed(), NOW.plusSeconds(60));
        items.draw(
                aDossier(),
                List.of(item(ItemKind.INFORMATION, Optional.empty(), NOW)),
                NOW.plusSeconds(60));
        List<Listed> rest = items.all(desk, first.getLast().number(), 9);

        assertThat(first)
                .extracting(one -> one.item().entry())
                .containsExactly(all.get(4).entry(), all.get(3).entry());
        assertThat(rest)
                .extracting(one -> one.item().entry())
                .containsExactly(all.get(2).entry(), all.get(1).entry(), all.get(0).entry());
    }

    @Test
    void whatIsDrawnNoMoreIsGone() {
        Item stays = item(ItemKind.INFORMATION, Optional.empty(), NOW);
        items.draw(dossier, List.of(stays, item(ItemKind.BROUGHT_IN, Optional.empty(), NOW)), NOW);

        items.draw(dossier, List.of(stays), NOW);

        assertThat(items.waiting(desk, 9)).extracting(Listed::item).containsExactly(stays);
        items.draw(dossier, List.of(), NOW);
        assertThat(items.count(desk)).isEqualTo(new SeeingInbox.Count(0, 0));
    }

    private Item item(ItemKind kind, Optional<Instant> due, Instant sent) {
        var entry = new EntryId(hex());
        boolean owed = kind != ItemKind.INFORMATION && kind != ItemKind.BROUGHT_IN;
        return new Item(
                entry,
                desk,
                dossier,
                kind,
                "NEW",
                from,
                Optional.empty(),
                due,
                sent,
                owed,
                owed ? List.of() : List.of(entry));
    }

    private DossierId aDossier() {
        return new DossierId(DeskId.draw(random).text());
    }

    private String hex() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
