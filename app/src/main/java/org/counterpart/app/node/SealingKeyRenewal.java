package org.counterpart.app.node;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;

import java.util.concurrent.TimeUnit;

/// Looks at the sealing keys at the start and a few times a day: a node that was off for weeks renews them at once.
final class SealingKeyRenewal {
    private final KeyFile keys;
    private final ApplicationEventPublisher events;
    private final EventLog log;

    SealingKeyRenewal(KeyFile keys, ApplicationEventPublisher events, EventLog log) {
        this.keys = keys;
        this.events = events;
        this.log = log;
    }

    @Scheduled(fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    void renew() {
        keys.renewSealingKeys()
                .ifPresent(
                        renewal -> {
                            log.write(
                                    EventLine.of("keys.renewed")
                                            .count("made", renewal.made())
                                            .count("destroyed", renewal.destroyed()));
                            events.publishEvent(
                                    new SealingKeysRenewed(renewal.made(), renewal.destroyed()));
                        });
    }
}
