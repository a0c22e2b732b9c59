package org.hearten.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.SendKey;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.hearten.posts.PostId;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery}, and every way in which it may change. Saved by {@link DeliveryRows}. */
final class DeliveryRow {
    /** After a removal the network is asked again this long after it first said "absent". */
    static final List<Duration> CHECKS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(60));

    final DeliveryId id;
    final PostId post;
    final FacilityId facility;
    final AccountId account;
    final Network network;

    @Nullable
    PersonId askedBy;

    SendKey key;
    String contentHash;
    DeliveryState state = DeliveryState.PLANNED;
    Instant dueAt;

    @Nullable
    Instant nextAt;

    @Nullable
    Instant claimedAt;

    @Nullable
    UUID claimedBy;

    @Nullable
    Instant leaseUntil;

    int attempts;
    int looks;
    int holds;
    boolean personDecides;

    @Nullable
    Instant unwantedAt;

    @Nullable
    Instant settledAt;

    @Nullable
    Instant sentAt;

    @Nullable
    Instant removedAt;

    int checks;

    @Nullable
    NetworkRef ref;

    @Nullable
    String cause;

    @Nullable
    String words;

    /** What the rules said when it was last claimed: see {@link Said}. */
    @Nullable
    String said;

    DeliveryRow(
            DeliveryId id,
            PostId post,
            FacilityId facility,
            AccountId account,
            Network network,
            SendKey key,
            String contentHash,
            Instant dueAt) {
        this.id = id;
        this.post = post;
        this.facility = facility;
        this.account = account;
        this.network = network;
        this.key = key;
        this.contentHash = contentHash;
        this.dueAt = dueAt;
        this.nextAt = dueAt;
    }

    /** A new content or a new time. Only for what certainly stands nowhere: the new content gets a new name. */
    void plannedAgain(@Nullable PersonId by, SendKey newKey, String newHash, Instant newDue) {
        askedBy = by;
        key = newKey;
        contentHash = newHash;
        dueAt = newDue;
        attempts = 0;
        looks = 0;
        holds = 0;
        checks = 0;
        unwantedAt = null;
        settledAt = null;
        sentAt = null;
        removedAt = null;
        ref = null;
        said = null;
        become(DeliveryState.PLANNED, newDue, null, null);
    }

    void lease(UUID worker, Instant until) {
        claimedBy = worker;
        leaseUntil = until;
        nextAt = until;
    }

    void sending(UUID worker, Instant now, Instant until) {
        attempts++;
        holds = 0;
        looks = 0;
        become(DeliveryState.SENDING, until, null, null);
        claimedAt = now;
        lease(worker, until);
    }

    void sent(@Nullable NetworkRef where, Instant now) {
        ref = where;
        sentAt = now;
        personDecides = false;
        become(DeliveryState.SENT, null, null, null);
        settledAt = now;
    }

    void held(Instant again, String messageKey) {
        holds++;
        become(DeliveryState.HELD, again, messageKey, null);
    }

    void retry(Instant again, String causeKey, @Nullable String networkWords) {
        become(DeliveryState.RETRY, again, causeKey, networkWords);
    }

    void rateLimited(Instant until) {
        become(DeliveryState.RATE_LIMITED, until, "publishing.cause.rate-limited", null);
    }

    void refused(Instant now, String causeKey, @Nullable String networkWords) {
        become(DeliveryState.REFUSED, null, causeKey, networkWords);
        settledAt = now;
    }

    void disconnected(Instant now, String networkWords) {
        become(DeliveryState.DISCONNECTED, null, "publishing.cause.disconnected", networkWords);
        settledAt = now;
    }

    void unknown(Instant look, String causeKey, @Nullable String networkWords) {
        become(DeliveryState.UNKNOWN, look, causeKey, networkWords);
    }

    void cannotTell(Instant look, boolean person, @Nullable String networkWords) {
        looks++;
        personDecides = person;
        become(
                DeliveryState.UNKNOWN,
                look,
                person ? "publishing.cause.person" : "publishing.cause.silent",
                networkWords);
    }

    /** Nothing stands, nothing is on its way. */
    void cancelled(Instant now) {
        unwantedAt = unwantedAt == null ? now : unwantedAt;
        become(DeliveryState.CANCELLED, null, null, null);
        settledAt = now;
    }

    /** It stands, or may stand, and must not. */
    void removing(Instant now, Instant begin) {
        unwantedAt = unwantedAt == null ? now : unwantedAt;
        settledAt = null;
        become(DeliveryState.REMOVING, begin, null, null);
    }

    void removalLater(Instant again, String causeKey, @Nullable String networkWords) {
        looks++;
        become(DeliveryState.REMOVING, again, causeKey, networkWords);
    }

    /** The network said that it is absent. What never stood is cancelled, what stood is removed; both are looked for again. */
    void provenAbsent(boolean stood, Instant now) {
        looks = 0;
        checks = 0;
        removedAt = now;
        personDecides = false;
        become(stood ? DeliveryState.REMOVED : DeliveryState.CANCELLED, now.plus(CHECKS.getFirst()), null, null);
        settledAt = now;
    }

    void checkedAbsent(Instant now) {
        checks++;
        looks = 0;
        var since = removedAt == null ? now : removedAt;
        become(state, checks < CHECKS.size() ? since.plus(CHECKS.get(checks)) : null, null, null);
    }

    private void become(
            DeliveryState next, @Nullable Instant again, @Nullable String causeKey, @Nullable String networkWords) {
        state = next;
        nextAt = again;
        cause = causeKey;
        words = networkWords;
        claimedBy = null;
        leaseUntil = null;
    }

    Delivery shown() {
        return new Delivery(
                id,
                post,
                facility,
                account,
                network,
                state,
                dueAt,
                nextAt,
                sentAt,
                removedAt,
                personDecides,
                ref,
                cause,
                words);
    }
}
