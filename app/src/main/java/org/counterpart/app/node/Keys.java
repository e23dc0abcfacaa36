package org.counterpart.app.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All keys of a node at one moment; changing them makes another one.
record Keys(Secret signing, List<MasterKey> masters, List<SealingKey> sealing, TlsIdentity tls) {

    Keys {
        masters = List.copyOf(masters);
        sealing = List.copyOf(sealing);
    }

    SealingKey newestSealing() {
        return sealing.getLast();
    }

    MasterKey newestMaster() {
        return masters.getLast();
    }

    Optional<MasterKey> master(int number) {
        return masters.stream().filter(m -> m.number() == number).findFirst();
    }

    Keys with(SealingKey fresh) {
        List<SealingKey> more = new ArrayList<>(sealing);
        more.add(fresh);
        return new Keys(signing, masters, more, tls);
    }

    Keys withoutDestroyed(Instant now) {
        return new Keys(
                signing,
                masters,
                sealing.stream().filter(key -> key.destroyedAt().isAfter(now)).toList(),
                tls);
    }

    @Override
    public String toString() {
        return "";
    }
}
