package org.counterpart.dossier;

import java.util.Optional;

/// What comes of opening a parcel.
public sealed interface Opening {
    /// It is what its author committed to.
    ///
    /// @param payloadKey to be kept under the node's own key
    record Opened(Content content, Secret payloadKey) implements Opening {}

    /// The author sealed what it should not have: the entry is void for this reader.
    record Voided(VoidReason reason) implements Opening {}

    record Refused(ParcelRefusal ground) implements Opening {}

    /// Opens parcels that were sealed to one node.
    final class Opener {
        private final Cryptography cryptography;
        private final Guards guards;

        public Opener(Cryptography cryptography) {
            this(cryptography, Guards.ALL);
        }

        public Opener(Cryptography cryptography, Guards guards) {
            this.cryptography = cryptography;
            this.guards = guards;
        }

        /// Whether the maker that the wrap names really made this parcel as it is.
        public boolean isGenuine(Parcel parcel, SignedCard maker) {
            return maker.card().node().equals(parcel.wrap().maker())
                    && Signatures.WRAP.verify(
                            cryptography,
                            maker.card().signingKeyBytes(),
                            parcel.wrapBody().bytes(),
                            Fields.decoded("signature", parcel.wrap().signature()));
        }

        /// Opens a genuine parcel.
        ///
        /// What does not open or does not match is the author's doing only where the author made the wrap.
        public Opening open(Parcel parcel, SignedEnvelope entry, NodeKeys keys) {
            Wrap wrap = parcel.wrap();
            Optional<Secret> sealing = keys.sealing(wrap.keyId());
            if (!wrap.recipient().equals(keys.node())) {
                return new Refused(ParcelRefusal.NOT_FOR_US);
            }
            if (sealing.isEmpty()) {
                return new Refused(ParcelRefusal.SEALED_TO_AN_OLD_KEY);
            }
            Opening opening =
                    cryptography
                            .unwrap(
                                    wrap.wrappedBytes(),
                                    sealing.get(),
                                    Writing.info(
                                            parcel.entry(),
                                            keys.node(),
                                            wrap.maker(),
                                            wrap.under()))
                            .map(key -> unseal(parcel.ciphertext(), key, entry))
                            .orElse(new Voided(VoidReason.DOES_NOT_OPEN));
            boolean byAuthor = wrap.maker().equals(entry.author());
            return opening instanceof Voided && !byAuthor
                    ? new Refused(ParcelRefusal.DOES_NOT_OPEN)
                    : opening;
        }

        /// Opens an entry with its key, as its holder does on every read.
        public Opening unseal(Ciphertext ciphertext, Secret payloadKey, SignedEnvelope entry) {
            Optional<byte[]> padded =
                    cryptography.decrypt(
                            payloadKey, ciphertext.bytes(), Writing.associated(entry.id()));
            if (padded.isEmpty()) {
                return new Voided(VoidReason.DOES_NOT_OPEN);
            }
            try {
                SealedPart part = SealedPart.read(padded.get());
                boolean matches =
                        part.commitment().equals(entry.envelope().commitment())
                                && part.size().equals(entry.envelope().size());
                if (!matches && guards.stand(Guard.COMMITMENT_MATCHES)) {
                    return new Voided(VoidReason.COMMITMENT_BROKEN);
                }
                return new Opened(Content.read(CanonicalJson.read(part.content())), payloadKey);
            } catch (Malformed e) {
                return new Voided(VoidReason.CONTENT_MALFORMED);
            }
        }
    }
}
