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
    private final NodeId from = new NodeId(hex().substring(0, 32));
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

        assertThat(items.of(desk, SeeingInbox.MOST))
                .hasSize(SeeingInbox.MOST)
                .extracting(Item::kind)
                .startsWith(
                        ItemKind.RECALL_TO_ANSWER,
                        ItemKind.PERMISSION_ASKED,
                        ItemKind.REQUEST_TO_US,
                        ItemKind.BROUGHT_IN,
                        ItemKind.INFORMATION);
    }

    /// What comes later stands before it, whenever that says it was sent.
    @Test
    void aStatedTimePutsNothingAheadOfWhatCameAfterIt() {
        Item early = item(ItemKind.INFORMATION, Optional.empty(), NEVER);
        Item late = item(ItemKind.INFORMATION, Optional.empty(), NOW.plusSeconds(30));

        items.draw(dossier, List.of(early), NOW);
        items.draw(aDossier(), List.of(late), NOW.plusSeconds(60));

        assertThat(items.of(desk, 2))
                .extracting(Item::entry)
                .containsExactly(late.entry(), early.entry());
    }

    private Item item(ItemKind kind, Optional<Instant> due, Instant sent) {
        return new Item(
                new EntryId(hex()), desk, dossier, kind, "NEW", from, Optional.empty(), due, sent);
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
