package org.hearten.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.hearten.channels.Accounts;
import org.hearten.channels.Health;
import org.hearten.facilities.Facilities;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes round all organisations: listens on every account, and sends what waits. db-scheduler lets one process do it. */
@Configuration(proxyBeanMethods = false)
class InboxRounds {
    private static final Logger LOG = LoggerFactory.getLogger(InboxRounds.class);
    private static final Duration SEND_EVERY = Duration.ofSeconds(2);
    private static final int SENT_A_ROUND = 100;

    private final Facilities facilities;
    private final Tenancy tenancy;

    InboxRounds(Facilities facilities, Tenancy tenancy) {
        this.facilities = facilities;
        this.tenancy = tenancy;
    }

    @Bean
    RecurringTask<Void> listenEverywhere(Accounts accounts, Listening listening, InboxSettings settings) {
        return Tasks.recurring("inbox-listen", FixedDelay.of(settings.listenEvery()))
                .execute((task, context) -> round(organisation -> accounts.of(organisation).stream()
                        .filter(account -> !(account.health() instanceof Health.Disconnected))
                        .forEach(account -> calmly("listening", () -> listening.listen(account)))));
    }

    @Bean
    RecurringTask<Void> sendWaitingReplies(
            Replies replies, ReplySender sender, PlatformTransactionManager transactions, Clock clock) {
        var reading = new TransactionTemplate(transactions);
        return Tasks.recurring("inbox-send-replies", FixedDelay.of(SEND_EVERY))
                .execute((task, context) -> round(organisation -> {
                    var due = reading.execute(ignored -> replies.due(organisation, clock.instant(), SENT_A_ROUND));
                    (due == null ? List.<ReplyId>of() : due)
                            .forEach(reply -> calmly("sending", () -> sender.attempt(reply)));
                }));
    }

    private void round(Consumer<OrganisationId> work) {
        for (var organisation : facilities.organisations()) {
            tenancy.run(Caller.system(organisation, "inbox"), () -> work.accept(organisation));
        }
    }

    /** One account in trouble does not silence the others. */
    private static void calmly(String doing, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.atWarn()
                    .addKeyValue("failure", failed.getClass().getSimpleName())
                    .log("{} failed, next round again", doing);
        }
    }
}
