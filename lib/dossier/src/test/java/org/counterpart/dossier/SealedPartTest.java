package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.Arrays;

class SealedPartTest {
    private static final int HEAD = 36;
    private static final byte[] SALT = Digest.of(new byte[] {1}).bytes();

    @ParameterizedTest
    @CsvSource({
        "0,1024",
        "988,1024",
        "989,2048",
        "2012,2048",
        "2013,4096",
        "131036,131072",
        "131037,262144",
        "262108,262144"
    })
    void isPaddedToTheNextClass(int length, int size) {
        var part = new SealedPart(SALT, new byte[length]);
        assertThat(part.size().bytes()).isEqualTo(size);
        assertThat(part.padded()).hasSize(size);
    }

    @Test
    void hasNoClassBeyondTheLargest() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new SealedPart(SALT, new byte[262_109]).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 987, 988, 989, 5_000})
    void isReadAsItWasWritten(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);
        var part = new SealedPart(SALT, content);
        SealedPart read = SealedPart.read(part.padded());
        assertThat(read.content()).isEqualTo(content);
        assertThat(read.commitment()).isEqualTo(part.commitment());
    }

    @Test
    void commitsToSaltAndContent() {
        byte[] content = {1, 2, 3};
        var part = new SealedPart(SALT, content);
        assertThat(part.commitment()).isEqualTo(Digest.of(SALT, content));
        assertThat(new SealedPart(new byte[32], content).commitment())
                .isNotEqualTo(part.commitment());
    }

    /// Another padding would be a second way to say the same, and a hidden channel.
    @Test
    void refusesAPaddingThatIsNotZerosUpToTheClass() {
        byte[] padded = new SealedPart(SALT, new byte[10]).padded();
        assertRefused(Arrays.copyOf(padded, 2048));
        assertRefused(Arrays.copyOf(padded, 1023));
        assertRefused(Arrays.copyOf(padded, 46));
        for (int at : new int[] {HEAD + 10, 500, 1023}) {
            byte[] marked = padded.clone();
            marked[at] = 1;
            assertRefused(marked);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 989, 1024, Integer.MAX_VALUE})
    void refusesALengthThatIsNotThere(int length) {
        byte[] padded = new SealedPart(SALT, new byte[10]).padded();
        ByteBuffer.wrap(padded).putInt(32, length);
        assertRefused(padded);
    }

    @Test
    void refusesWhatIsShorterThanItsHead() {
        assertRefused(new byte[0]);
        assertRefused(new byte[HEAD - 1]);
        assertRefused(new byte[HEAD]);
    }

    @ParameterizedTest
    @CsvSource({"0,1024", "1,1024", "1024,1024", "1025,2048", "262144,262144"})
    void choosesTheSmallestClassThatHolds(int bytes, int size) {
        assertThat(SizeClass.holding(bytes).bytes()).isEqualTo(size);
    }

    private static void assertRefused(byte[] padded) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SealedPart.read(padded));
    }
}
