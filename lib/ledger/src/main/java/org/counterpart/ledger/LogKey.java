package org.counterpart.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.counterpart.ledger.SignedCheckpoint.Opening;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The public key of a log, which whoever verifies must have from a source that they trust.
///
/// Ed25519 (RFC 8032) as BouncyCastle's low-level class verifies it, signatures of exactly 64 bytes;
/// keys that are no point, of small order, or with a part of small order are not admitted.
public final class LogKey {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final byte[] ED25519 = {1};

    private final String name;
    private final byte[] bytes;

    private LogKey(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /// Admits a raw public key of 32 bytes; empty when key or name break the rules.
    public static Optional<LogKey> admit(String name, byte[] publicKey) {
        return NAME.matcher(name).matches()
                        && publicKey.length == Ed25519.PUBLIC_KEY_SIZE
                        && Ed25519.validatePublicKeyFull(publicKey, 0)
                ? Optional.of(new LogKey(name, publicKey.clone()))
                : Optional.empty();
    }

    /// Reads the form `name+id+base64` of C2SP signed notes, which [#toString] writes.
    public static Optional<LogKey> parse(String text) {
        String[] parts = text.split("\\+", 3);
        try {
            byte[] typed = StrictBase64.decode(parts[parts.length - 1]);
            byte[] key = Arrays.copyOfRange(typed, Math.min(1, typed.length), typed.length);
            return admit(parts[0], key).filter(read -> read.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Name of the log and of its key.
    public String name() {
        return name;
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// 8 hexadecimal digits that tell keys of one name apart (signed-note, "Signatures").
    public String id() {
        Hash hash = Hash.over((name + "\n").getBytes(UTF_8), ED25519, bytes);
        return hash.hex().substring(0, 8);
    }

    /// Reads a checkpoint of this log. Signatures of other keys are kept and not judged.
    public Opening open(byte[] note) {
        Optional<SignedNote> read = SignedNote.parse(note);
        if (read.isEmpty()) {
            return new Opening.Refused(LedgerRefusal.LEDGER_NOTE_MALFORMED);
        }
        Optional<LedgerRefusal> refusal = refusal(read.get());
        if (refusal.isPresent()) {
            return new Opening.Refused(refusal.get());
        }
        Optional<Checkpoint> checkpoint = Checkpoint.parse(read.get().text());
        if (checkpoint.isEmpty()) {
            return new Opening.Refused(LedgerRefusal.LEDGER_CHECKPOINT_MALFORMED);
        }
        if (!checkpoint.get().log().equals(name)) {
            return new Opening.Refused(LedgerRefusal.LEDGER_CHECKPOINT_FOREIGN);
        }
        return new Opening.Opened(new SignedCheckpoint(checkpoint.get(), this, read.get()));
    }

    /// Why a note is not signed by this key. It signs once: a second line, though genuine, would be
    /// bytes that anybody can add.
    Optional<LedgerRefusal> refusal(SignedNote note) {
        List<SignedNote.Signature> ours =
                note.signatures().stream()
                        .filter(s -> s.key().equals(name) && s.keyId().equals(id()))
                        .toList();
        if (ours.isEmpty()) {
            return Optional.of(LedgerRefusal.LEDGER_KEY_UNKNOWN);
        }
        boolean genuine = ours.size() == 1 && signed(note.text(), ours.getFirst().signature());
        return genuine ? Optional.empty() : Optional.of(LedgerRefusal.LEDGER_SIGNATURE_WRONG);
    }

    private boolean signed(String text, byte[] signature) {
        byte[] message = text.getBytes(UTF_8);
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, bytes, 0, message, 0, message.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogKey that
                && name.equals(that.name)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// `name+id+base64`, where the base 64 holds the type 0x01 and the key.
    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(ED25519.length + bytes.length).put(ED25519).put(bytes);
        return name + "+" + id() + "+" + StrictBase64.encode(typed.array());
    }
}
