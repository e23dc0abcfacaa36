package org.counterpart.app.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why a desk takes back what it said. Holders are told this code and no words: words would be one thing more to recall.
///
/// A closed list where we write. Where we read, a code of a newer release is shown as it stands: a recall binds whatever
/// its ground. Incorrect, or unlawfully transmitted: Directive (EU) 2016/680 art. 7(3).
public enum RecallGround {
    /// It is about another person or company than the one that was meant.
    WRONG_PERSON,
    /// Something that it states is not so; a correction can follow.
    WRONG_FACT,
    /// It went to a desk that it was not for, or before it was allowed to.
    SENT_IN_ERROR,
    /// It was gathered or transmitted against the law.
    UNLAWFUL,
    /// It shows who or what it came from, and that is dangerous now.
    SOURCE_AT_RISK,
    /// The author's law lets nobody hold it any longer.
    RETENTION_OVER,
    /// What was asked or told serves nothing any longer; the way to withdraw a question.
    NO_LONGER_NEEDED;

    /// The code in the payload, such as `wrong-person`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All codes.
    public static List<String> codes() {
        return Arrays.stream(values()).map(RecallGround::code).toList();
    }

    /// The ground of one of the [#codes()].
    public static RecallGround of(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is none of " + codes()));
    }
}
