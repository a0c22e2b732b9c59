package org.hearten.demo;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hearten.approvals.Approvals;
import org.hearten.approvals.Round;
import org.hearten.hub.Comments;
import org.hearten.people.PersonId;
import org.hearten.posts.Post;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the demo's people do after the writing: reviewers say yes or ask for a change, and visitors write under the first
 * page. Each waits for what comes before it, so the day goes on in short steps, and after a restart where it stood.
 */
@Configuration(proxyBeanMethods = false)
class FirstDay {
    static final TaskDescriptor<Plan> TASK = TaskDescriptor.of("demo-first-day", Plan.class);
    private static final Duration STEP = Duration.ofSeconds(2);
    static final Duration LASTS = Duration.ofMinutes(10);

    /**
     * @param stands how far each post is to come, by its id
     * @param until when real people have the demo to themselves, whatever is left: nobody's own post is approved for them
     */
    record Plan(
            UUID organisation,
            Map<String, UUID> people,
            Map<UUID, Story.Standing> stands,
            UUID firstPost,
            Instant until)
            implements Serializable {}

    private final Posts posts;
    private final Approvals approvals;
    private final Comments comments;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    FirstDay(
            Posts posts,
            Approvals approvals,
            Comments comments,
            Tenancy tenancy,
            PlatformTransactionManager transactions) {
        this.posts = posts;
        this.approvals = approvals;
        this.comments = comments;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    CustomTask<Plan> demoFirstDay(Clock clock) {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(STEP))
                .execute((task, context) ->
                        clock.instant().isAfter(task.getData().until()) || goOn(task.getData())
                                ? new OnCompleteRemove<>()
                                : (done, operations) -> operations.reschedule(
                                        done, done.getTimeDone().plus(STEP), task.getData()));
    }

    /** @return whether nothing is left to do */
    private boolean goOn(Plan plan) {
        var reviewed = plan.stands().entrySet().stream()
                .map(each -> review(
                        plan, new PostId(new OrganisationId(plan.organisation()), each.getKey()), each.getValue()))
                .reduce(true, Boolean::logicalAnd);
        return visit(plan) && reviewed;
    }

    /** @return whether this post has come as far as it is to come */
    private boolean review(Plan plan, PostId id, Story.Standing standing) {
        return switch (standing) {
            case DRAFT, WAITS_FOR_EVERYBODY -> true;
            case WAITS_FOR_COMPLIANCE -> decided(plan, id, List.of("anand"), 1);
            case APPROVED -> decided(plan, id, List.of("anand", "farah"), 2);
            case CHANGES_ASKED ->
                as(plan, "anand", anand -> {
                    var round = round(id);
                    if (round != null && round.isOpen()) {
                        approvals.askForChanges(id, round.contentHash(), anand, Stories.CHANGE_ASKED_FOR);
                    }
                    return round != null;
                });
        };
    }

    private boolean decided(Plan plan, PostId id, List<String> reviewers, int enough) {
        for (var reviewer : reviewers) {
            as(plan, reviewer, person -> {
                var round = round(id);
                if (round != null
                        && round.isOpen()
                        && !approvals.openTo(round, person).isEmpty()) {
                    approvals.approve(id, round.contentHash(), person, null, true, true);
                }
                return true;
            });
        }
        return as(plan, reviewers.getFirst(), anybody -> {
            var round = round(id);
            return round != null && (!round.isOpen() || round.decisions().size() >= enough);
        });
    }

    private @Nullable Round round(PostId id) {
        var rounds = approvals.of(id);
        return rounds.isEmpty() ? null : rounds.getFirst();
    }

    private boolean visit(Plan plan) {
        var organisation = new OrganisationId(plan.organisation());
        return tenancy.as(
                new Caller(organisation, null, "visitor", "demo"),
                () -> inOneGo(() -> {
                    Post post = posts.get(new PostId(organisation, plan.firstPost()));
                    return Stories.voices().stream()
                            .map(voice -> comments.write(post.facility(), plan.firstPost(), voice.name(), voice.text()))
                            .reduce(true, Boolean::logicalAnd);
                }));
    }

    private boolean as(Plan plan, String mailbox, Predicate<PersonId> act) {
        var organisation = new OrganisationId(plan.organisation());
        var person =
                new PersonId(organisation, Objects.requireNonNull(plan.people().get(mailbox)));
        return tenancy.as(
                new Caller(organisation, person.value(), "person", "demo"), () -> inOneGo(() -> act.test(person)));
    }

    private boolean inOneGo(BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(ignored -> work.getAsBoolean()));
    }
}
