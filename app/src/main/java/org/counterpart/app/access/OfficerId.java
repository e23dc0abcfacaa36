package org.counterpart.app.access;

import org.bouncycastle.util.encoders.Base32;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The identity of an officer on this node: 128 random bits in base32, spelt like a desk's.
/// It never leaves the node but in its own ledger, where it stands for the officer without a name.
public record OfficerId(String text) {
    /// 25 characters of 5 bits and one of 3, whose lowest bits are zero.
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{25}[aeimquy4]");

    private static final int BYTES = 16;

    public OfficerId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an officer id is 26 letters or digits of base32");
        }
    }

    static OfficerId draw(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new OfficerId(Base32.toBase32String(bits).replace("=", "").toLowerCase(Locale.ROOT));
    }

    static Optional<OfficerId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OfficerId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
