package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Use;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A member uses one number two hundred times; more entries stand side by side then than one entry can have as parents.
/// What an honest node writes has seen what it speaks of all the same.
class BesideManyHeadsTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode corrupt = new ANode("NG");
    private DossierId dossier;

    @BeforeEach
    void manyStandSideBySide() {
        singapore.peersWith(vietNam);
        singapore.peersWith(corrupt);
        dossier = singapore.opens(vietNam, corrupt).dossier();
        singapore.speaksTo(vietNam);
        singapore.speaksTo(corrupt);
    }

    private void showsMany() {
        List<SignedEnvelope> many =
                IntStream.range(0, 192)
                        .mapToObj(number -> corrupt.writesBeside(dossier, "Word " + number))
                        .toList();
        corrupt.shows(singapore, many.subList(0, 96));
        corrupt.shows(singapore, many.subList(96, 192));
        assertThat(singapore.store().envelopes().heads(dossier)).hasSizeGreaterThan(150);
    }

    @Test
    void anActHasSeenWhatItIsAbout() {
        Placed word = vietNam.writes(dossier, singapore);
        showsMany();
        vietNam.speaksTo(singapore);

        Act act = new Act.Consent(word.id());
        Placed consent =
                ANode.done(
                        singapore.tries(
                                dossier,
                                new Membership.Unchanged(),
                                singapore.content(act.type(), act.payload(), vietNam)));

        assertThat(consent.clock().covers(word)).isTrue();
    }

    @Test
    void aRemovalHasSeenTheLastWordOfWhomItPutsOut() {
        corrupt.writes(dossier);
        corrupt.writes(dossier);
        corrupt.speaksTo(singapore);
        showsMany();
        long last = singapore.store().envelopes().clock(dossier).of(corrupt.id());

        Placed removal = singapore.changes(dossier, new Membership.Remove(corrupt.id(), last));

        assertThat(removal.clock().of(corrupt.id())).isEqualTo(last);
    }

    /// To speak of more than one entry can have seen would count for nothing.
    @Test
    void anActAboutMoreThanOneEntryCanHaveSeenIsNotWritten() {
        showsMany();
        var about = new TreeSet<EntryId>();
        new ArrayList<>(singapore.store().envelopes().heads(dossier))
                .subList(0, 40)
                .forEach(about::add);
        Act act =
                new Act.PermissionRequest(
                        about, Audience.ofNodes(List.of(vietNam.id())), Use.FORWARD, "reason");

        assertThat(
                        singapore.tries(
                                dossier,
                                new Membership.Unchanged(),
                                singapore.content(act.type(), act.payload(), vietNam)))
                .isEqualTo(new Appended.Refused(AppendRefusal.TOO_MUCH_AT_ONCE.code()));
    }
}
