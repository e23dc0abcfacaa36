package org.counterpart.ledger;

import java.util.regex.Pattern;

/// A coded value or an opaque id in an act: `entry-made`, `H2`, `SG-VN-0001`, 64 hex digits.
///
/// Leaves are kept for ever and shown to auditors, so no name and no free text may enter one. The
/// form makes that hard: no space, ASCII only, and never capitals and small letters together, so
/// that "Nguyen" is refused. It cannot make it impossible: `nguyen` passes, and areas must not try.
///
/// @param value 1 to 128 characters: digits, `. _ : / -`, and letters of one case
public record Code(String value) implements Comparable<Code> {
    static final Pattern FORM =
            Pattern.compile("[a-z0-9][a-z0-9._:/-]{0,127}|[A-Z0-9][A-Z0-9._:/-]{0,127}");

    /// Any other form is a [LedgerMisuse.NotACode], whose message does not repeat the value.
    public Code {
        if (!FORM.matcher(value).matches()) {
            throw new LedgerMisuse.NotACode(value);
        }
    }

    /// Code units in order, as RFC 8785, section 3.2.3 sorts the keys of an object.
    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
