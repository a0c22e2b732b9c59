package org.hearten.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param worker whether this process sends; off where a test turns the crank itself
 * @param poll how often the worker looks for due deliveries; a commit wakes it at once
 * @param batch how many due deliveries one look takes
 * @param hubTogether how many Hub deliveries are claimed and published in one transaction
 * @param atOnce how many requests, or Hub groups, are under way at once on one network
 * @param lease how long a worker owns a claimed delivery. Longer than any request may take: only then is it looked for
 * @param requestLimit the longest a network call may take; none starts with less of the lease left
 * @param promise a delivery that is not settled so long after its time raises an alarm
 * @param firstRetry the wait before the second attempt; doubles from there
 * @param longestRetry the longest wait between two attempts
 * @param heldAgain the wait before a held delivery asks its rules again; grows to {@code heldLongest}
 * @param giveUpAfter a delivery that could not leave for so long is not sent at all
 * @param looksBeforePerson looks in vain after which a person is asked to decide
 */
@ConfigurationProperties("hearten.publishing")
record PublishingSettings(
        @DefaultValue("true") boolean worker,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1000") int batch,
        @DefaultValue("250") int hubTogether,
        @DefaultValue("8") int atOnce,
        @DefaultValue("90s") Duration lease,
        @DefaultValue("45s") Duration requestLimit,
        @DefaultValue("5m") Duration promise,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry,
        @DefaultValue("15s") Duration heldAgain,
        @DefaultValue("2m") Duration heldLongest,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("8") int looksBeforePerson) {}
