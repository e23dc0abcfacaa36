package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What is remembered of a member that goes on writing in two histories.
class PastsTest {
    private final Growing growing = new Growing();
    private final NodeId honest = Growing.node(0);
    private final NodeId corrupt = Growing.node(1);

    /// Two rows of one author, of which an honest entry has seen both.
    private List<Placed> twoRows(int each) {
        Placed opening = growing.writes(honest);
        Placed one = growing.writes(corrupt, opening);
        Placed other = growing.writes(corrupt, opening);
        for (int i = 1; i < each; i++) {
            one = growing.writes(corrupt, one);
            other = growing.writes(corrupt, other);
        }
        return List.of(one, other, growing.writes(honest, opening, one, other));
    }

    private List<Placed> doubtful() {
        return growing.all().stream().filter(entry -> entry.author().equals(corrupt)).toList();
    }

    private List<Boolean> answers(Pasts pasts, List<Placed> asking) {
        List<Placed> asked = doubtful();
        var answers = new ArrayList<Boolean>();
        for (Placed entry : asking) {
            Pasts.Seen seen = pasts.seen(asked);
            seen.add(entry);
            asked.forEach(act -> answers.add(seen.includes(act)));
        }
        return answers;
    }

    @Test
    void walksAgainWhereWhatIsRememberedWouldGrowBeyondItsBound() {
        List<Placed> ends = twoRows(200);
        List<Placed> asking = List.of(ends.get(2), ends.get(0), ends.get(1), ends.get(2));
        var unbounded = new Pasts(growing, growing.dossier(), Long.MAX_VALUE);
        var bounded = new Pasts(growing, growing.dossier(), 300);

        List<Boolean> expected = answers(unbounded, asking);

        assertThat(answers(bounded, asking)).isEqualTo(expected);
        assertThat(answers(bounded, asking)).isEqualTo(expected);
        assertThat(unbounded.remembers()).isTrue();
        assertThat(bounded.remembers()).isFalse();
    }

    @Test
    void keepsWhatIsAskedOfTogetherWhenItLetsGoInBetween() {
        List<Placed> ends = twoRows(200);
        List<Placed> asked = doubtful();
        var bounded = new Pasts(growing, growing.dossier(), 300);
        for (int question = 0; question < 3; question++) {
            bounded.seen(asked).add(ends.get(0));
        }
        assertThat(bounded.remembers()).isTrue();
        Pasts.Seen seen = bounded.seen(asked);

        seen.add(ends.get(0));
        seen.add(ends.get(1));

        assertThat(asked).allMatch(seen::includes);
        assertThat(bounded.remembers()).isFalse();
    }
}
