package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.counterpart.app.node.ANode;
import org.counterpart.app.node.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

@ExtendWith(ANode.Given.class)
class AtRestTest {
    private static final byte[] PLAIN = "what was said".getBytes(US_ASCII);
    private static final byte[] PURPOSE = "payload-key a".getBytes(US_ASCII);
    private static final byte[] OTHER = "payload-key b".getBytes(US_ASCII);

    private final AtRest atRest;
    private final KeyFile keys;

    AtRestTest(ANode node) {
        this.keys = node.bean(KeyFile.class);
        this.atRest = new AtRest(keys, new SecureRandom());
    }

    private void opensNot(byte[] locked, byte[] purpose) {
        assertThatThrownBy(() -> atRest.unlock(locked, purpose)).isInstanceOf(VaultDamaged.class);
    }

    @Test
    void opensWhatItLocked() {
        assertThat(atRest.unlock(atRest.lock(PLAIN, PURPOSE), PURPOSE)).isEqualTo(PLAIN);
    }

    @Test
    void locksTheSameInAnotherWayEachTime() {
        assertThat(atRest.lock(PLAIN, PURPOSE)).isNotEqualTo(atRest.lock(PLAIN, PURPOSE));
    }

    @Test
    void showsNothingOfWhatItLocked() {
        String locked = new String(atRest.lock(PLAIN, PURPOSE), US_ASCII);

        assertThat(locked).doesNotContain("said");
    }

    @Test
    void namesTheMasterKeyInTheFirstFourBytes() {
        assertThat(ByteBuffer.wrap(atRest.lock(PLAIN, PURPOSE)).getInt())
                .isEqualTo(keys.masterKey().number());
    }

    @Test
    void opensNothingInTheNameOfAnotherPurpose() {
        opensNot(atRest.lock(PLAIN, PURPOSE), OTHER);
    }

    /// In the nonce, the text and the tag.
    @ParameterizedTest
    @ValueSource(ints = {4, 15, 16, 28, 44})
    void opensNothingOfWhichAByteWasAltered(int at) {
        byte[] locked = atRest.lock(PLAIN, PURPOSE);
        locked[at] ^= 1;

        opensNot(locked, PURPOSE);
    }

    @Test
    void saysWhichMasterKeyIsMissing() {
        byte[] locked = atRest.lock(PLAIN, PURPOSE);
        locked[0] = 1;

        assertThatThrownBy(() -> atRest.unlock(locked, PURPOSE))
                .isInstanceOf(VaultDamaged.class)
                .hasMessageContaining("no master key 1677721");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 15, 16, 31, 40})
    void opensNothingThatWasCutOff(int length) {
        opensNot(Arrays.copyOf(atRest.lock(PLAIN, PURPOSE), length), PURPOSE);
    }
}
