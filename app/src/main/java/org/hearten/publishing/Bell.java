package org.hearten.publishing;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the workers of this process when something due was committed; those of other processes find it by polling. */
@Component
class Bell {
    private final Phaser rings = new Phaser(1);

    void ringAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ring();
                }
            });
        } else {
            ring();
        }
    }

    void ring() {
        rings.arrive();
    }

    /** Taken before looking for work, so that a ring during the look is not missed. */
    int now() {
        return rings.getPhase();
    }

    void waitFor(int since, Duration longest) throws InterruptedException {
        try {
            rings.awaitAdvanceInterruptibly(since, longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothingRang) {
            // polling goes on
        }
    }
}
