package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.counterpart.ledger.Act.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

class ActTest {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Actor DESK = new Actor.Desk(new Code("k5dq"), new Code("investigator"));
    static final Hash CONTENT = Hash.over(new byte[] {7});

    private static final String TEXT =
            """
            {"actor":{"desk":"k5dq","role":"investigator"},\
            "detail":{"basis":"UNTOC-18","content":"%s","subject":"e1"},\
            "kind":"entry-made","time":1795521600000}\
            """
                    .formatted(CONTENT);

    static Act act() {
        return Act.of(new Code("entry-made"), NOON, DESK)
                .about(new Code("e1"))
                .covering(CONTENT)
                .with(new Code("basis"), new Code("UNTOC-18"));
    }

    static List<Act> acts() {
        return List.of(
                act(),
                Act.of(new Code("restored"), NOON, new Actor.Node(new Code("6f2a"))),
                Act.of(new Code("refused"), Instant.EPOCH, new Actor.Unknown()));
    }

    @Test
    void hasItsKeysInOrderAndNoSpace() {
        assertThat(act().json()).isEqualTo(TEXT);
        assertThat(acts().get(1).json())
                .isEqualTo(
                        """
                        {"actor":{"node":"6f2a"},"detail":{},"kind":"restored",\
                        "time":1795521600000}\
                        """);
        assertThat(acts().get(2).json())
                .isEqualTo("{\"actor\":{},\"detail\":{},\"kind\":\"refused\",\"time\":0}");
    }

    @ParameterizedTest
    @MethodSource("acts")
    void isReadBackFromItsText(Act act) {
        assertThat(Act.parse(act.json())).contains(act);
    }

    @Test
    void saysWhatItIsAboutAndWhatItCovers() {
        assertThat(act().subject()).contains(new Code("e1"));
        assertThat(act().contentHash()).contains(CONTENT);
        assertThat(acts().get(1).subject()).isEmpty();
        assertThat(acts().get(1).contentHash()).isEmpty();
    }

    @Test
    void countsTimeInWholeMilliseconds() {
        Act act = Act.of(new Code("read"), NOON.plusNanos(1_999_999), DESK);
        assertThat(act.claimedAt()).isEqualTo(NOON.plusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "17",
                "[]",
                "{}",
                "{",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":\"0\"}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":0.0}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":1e3}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":-1}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":9007199254740992}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":99999999999999999999}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":0} ",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":0}{}",
                "{\"actor\":{}, \"detail\":{},\"kind\":\"read\",\"time\":0}",
                "{\"detail\":{},\"actor\":{},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"more\":\"x\",\"time\":0}",
                "{\"actor\":{\"desk\":\"a\"},\"detail\":{},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{\"who\":\"a\"},\"detail\":{},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{\"a\":true},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{\"a\":{}},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{\"a\":\"Van Nguyen\"},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{\"content\":\"ab\"},\"kind\":\"read\",\"time\":0}",
                "{\"actor\":{},\"detail\":{},\"kind\":\"re\\u0061d\",\"time\":0}"
            })
    void isNotReadFromAnyOtherText(String text) {
        assertThat(Act.parse(text)).isEmpty();
    }

    @Test
    void isNotReadFromDeepNesting() {
        assertThat(Act.parse("[".repeat(100_000))).isEmpty();
    }

    @Test
    void refusesMoreDetailsThanItsLineHolds() {
        var detail = new TreeMap<Code, Code>();
        for (int i = 0; i < 33; i++) {
            detail.put(new Code("d" + i), new Code("x"));
        }
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> new Act(new Code("read"), NOON, DESK, detail))
                .withMessage("the count of details is 33, allowed are 0 to 32");
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeFrom() {
        var detail = new TreeMap<Code, Code>();
        Act act = new Act(new Code("read"), NOON, DESK, detail);
        detail.put(new Code("late"), new Code("x"));
        assertThat(act.detail()).isEmpty();
    }
}
