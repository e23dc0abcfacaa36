package org.counterpart.app.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import javax.crypto.spec.SecretKeySpec;

/// Keys as a PKCS#12 file (RFC 7292). Ed25519 and X25519 keys are kept as raw secret keys, because a key store wants
/// a certificate for each private key and these have none. Number and validity of a key stand in its alias.
final class KeyStoreForm {
    private static final String SIGNING = "signing";
    private static final String MASTER = "master";
    private static final String SEALING = "sealing";
    private static final String TLS = "tls";

    private KeyStoreForm() {}

    static byte[] write(Keys keys, Secret password) throws GeneralSecurityException, IOException {
        char[] word = password.text(SecretAccess.GRANTED).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, word);
        put(store, SIGNING, keys.signing(), word);
        for (MasterKey master : keys.masters()) {
            put(store, MASTER + "-" + master.number(), master.key(), word);
        }
        for (SealingKey key : keys.sealing()) {
            String alias =
                    String.join(
                            "-",
                            SEALING,
                            "" + key.serial(),
                            "" + key.validFrom().toEpochMilli(),
                            "" + key.validUntil().toEpochMilli());
            put(store, alias, key.privateKey(), word);
        }
        store.setKeyEntry(
                TLS, keys.tls().key(), word, new Certificate[] {keys.tls().certificate()});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, word);
        return bytes.toByteArray();
    }

    static Keys read(byte[] bytes, Secret password) throws GeneralSecurityException, IOException {
        char[] word = password.text(SecretAccess.GRANTED).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), word);
        List<MasterKey> masters = new ArrayList<>();
        List<SealingKey> sealing = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            String[] parts = alias.split("-", -1);
            if (parts[0].equals(MASTER)) {
                masters.add(new MasterKey(Integer.parseInt(parts[1]), get(store, alias, word)));
            } else if (parts[0].equals(SEALING)) {
                sealing.add(
                        new SealingKey(
                                Integer.parseInt(parts[1]),
                                Instant.ofEpochMilli(Long.parseLong(parts[2])),
                                Instant.ofEpochMilli(Long.parseLong(parts[3])),
                                get(store, alias, word)));
            }
        }
        masters.sort(Comparator.comparingInt(MasterKey::number));
        sealing.sort(Comparator.comparingInt(SealingKey::serial));
        return new Keys(get(store, SIGNING, word), masters, sealing, tls(store, word));
    }

    private static void put(KeyStore store, String alias, Secret secret, char[] word)
            throws GeneralSecurityException {
        Key key = new SecretKeySpec(secret.bytes(SecretAccess.GRANTED), "AES");
        store.setKeyEntry(alias, key, word, null);
    }

    private static Secret get(KeyStore store, String alias, char[] word)
            throws GeneralSecurityException, IOException {
        Key key = store.getKey(alias, word);
        if (key == null || key.getEncoded() == null) {
            throw new IOException("no key " + alias);
        }
        return Secret.of(key.getEncoded());
    }

    private static TlsIdentity tls(KeyStore store, char[] word)
            throws GeneralSecurityException, IOException {
        if (store.getKey(TLS, word) instanceof PrivateKey key
                && store.getCertificate(TLS) instanceof X509Certificate certificate) {
            return new TlsIdentity(key, certificate);
        }
        throw new IOException("no key " + TLS);
    }
}
