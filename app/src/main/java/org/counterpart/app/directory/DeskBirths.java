package org.counterpart.app.directory;

import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Officer;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.Code;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/// What every new desk of this node gets: an identity that nobody else has, a leaf, and a word to the other areas.
@Component
class DeskBirths {
    private static final int SALT = 16;

    private final SecureRandom random;
    private final InstantSource time;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    DeskBirths(
            SecureRandom random, InstantSource time, Acts acts, ApplicationEventPublisher events) {
        this.random = random;
        this.time = time;
        this.acts = acts;
        this.events = events;
    }

    /// A desk that nobody has founded before.
    Desk.Own found(NodeId here, DeskProfile profile) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new Desk.Own(DeskId.of(here, salt), here, profile, Fields.encoded(salt));
    }

    Instant now() {
        return time.instant();
    }

    void tell(Officer by, Desk.Own desk) {
        acts.leave(acts.of(by, "desk-added").about(new Code(desk.id().text())));
        events.publishEvent(new DeskAdded(desk));
    }
}
