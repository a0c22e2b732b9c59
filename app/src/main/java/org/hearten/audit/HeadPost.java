package org.hearten.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Looks now and then whether a head is to be mailed; apart from sealing, which must not wait for a mail server. */
@Component
@ConditionalOnProperty("hearten.audit.mail-heads-to")
class HeadPost implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HeadPost.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final HeadMail mail;
    private final Sealer sealer;
    private volatile @Nullable CountDownLatch running;

    HeadPost(HeadMail mail, Sealer sealer) {
        this.mail = mail;
        this.sealer = sealer;
    }

    void goRound() {
        for (var organisation : sealer.organisations()) {
            try {
                if (mail.sendIfDue(organisation)) {
                    LOG.atInfo()
                            .addKeyValue("organisation", organisation.value())
                            .log("A head of the record was mailed");
                }
            } catch (MailException refused) {
                LOG.atWarn()
                        .addKeyValue("organisation", organisation.value())
                        .addKeyValue("failure", refused.getClass().getSimpleName())
                        .log("A head of the record could not be mailed; trying again in a minute");
            }
        }
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        running = stop;
        Thread.ofPlatform().daemon().name("audit-head-post").start(() -> {
            try {
                while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    try {
                        goRound();
                    } catch (RuntimeException failed) {
                        LOG.atError().setCause(failed).log("The heads could not be looked at; trying again");
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void stop() {
        var stop = running;
        running = null;
        if (stop != null) {
            stop.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
