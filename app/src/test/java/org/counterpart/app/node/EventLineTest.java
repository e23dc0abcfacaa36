package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class EventLineTest {
    @Test
    void isOneLineOfCodesIdsAndNumbers() {
        EventLine line =
                EventLine.of("entry.received")
                        .id("entry", "ab12")
                        .count("parcels", 3)
                        .took(Duration.ofMillis(42));
        assertThat(line).hasToString("event=entry.received entry=ab12 parcels=3 took_ms=42");
    }

    @Test
    void letsNoSentenceAndNoNameIn() {
        assertThat(EventLine.of("x").id("who", "Nguyễn Văn A")).hasToString("event=x who=?");
        assertThat(EventLine.of("x").id("who", "two words")).hasToString("event=x who=?");
        assertThat(EventLine.of("A sentence.")).hasToString("event=unnamed");
        assertThat(EventLine.of("x").failure(new IllegalStateException("holds a name")))
                .hasToString("event=x failure=IllegalStateException");
    }

    @Test
    void aFrameworksWordsStayOut() {
        String shown = written();
        assertThat(shown)
                .contains(
                        "event=framework",
                        "logger=org.example",
                        "failure=java.lang.IllegalStateException",
                        "at=");
        assertThat(shown).doesNotContain("a name").doesNotContain("quoted");
        assertThat(shown).hasLineCount(1);
    }

    private static String written() {
        var event =
                new LoggingEvent(
                        "",
                        new LoggerContext().getLogger("org.example"),
                        Level.WARN,
                        "quoted \"a name\"\nand more",
                        new IllegalStateException("of a name"),
                        new Object[0]);
        return new LogLine().doLayout(event);
    }
}
