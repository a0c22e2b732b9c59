package org.hearten.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** One task for all processes: db-scheduler lets one of them run it at a time. */
@Configuration(proxyBeanMethods = false)
class DeliverAgain {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverAgain.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    /** A listener that has not finished after this long died with its process. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int BATCH = 500;
    /** After this many tries a person must look; the tries go on at each look. */
    private static final int ALARM_AFTER_ATTEMPTS = 10;

    @Bean
    RecurringTask<Void> deliverEventsAgain(
            FailedEventPublications failed, IncompleteEventPublications unfinished, JdbcClient jdbc) {
        return Tasks.recurring("outbox-deliver-again", FixedDelay.of(LOOK_EVERY))
                .execute((task, context) -> {
                    failed.resubmit(
                            ResubmissionOptions.defaults().withBatchSize(BATCH).withMinAge(FIRST_PAUSE));
                    unfinished.resubmitIncompletePublicationsOlderThan(STALE_AFTER);
                    var stuck = stuck(jdbc);
                    if (stuck > 0) {
                        LOG.warn(
                                "{} events were tried {} times without success; see event_publication",
                                stuck,
                                ALARM_AFTER_ATTEMPTS);
                    }
                });
    }

    @Bean
    Gauge stuckEvents(MeterRegistry metrics, JdbcClient jdbc) {
        return Gauge.builder("hearten.outbox.stuck", jdbc, DeliverAgain::stuck)
                .description("events whose listener failed again and again")
                .register(metrics);
    }

    private static int stuck(JdbcClient jdbc) {
        return jdbc.sql("""
                select count(*) from event_publication
                 where completion_date is null and completion_attempts >= :attempts
                """)
                .param("attempts", ALARM_AFTER_ATTEMPTS)
                .query(Integer.class)
                .single();
    }
}
