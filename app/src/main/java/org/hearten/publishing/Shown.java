package org.hearten.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.facilities.Facility;
import org.hearten.posts.PostId;
import org.jspecify.annotations.Nullable;

/** What the pages of publishing show. */
public final class Shown {
    private Shown() {}

    /** One line of a delivery's history. {@code cause} is a message key, {@code words} are the network's own. */
    public record Happened(
            DeliveryId delivery,
            Instant at,
            Step what,
            int attempt,
            @Nullable String cause,
            @Nullable String words,
            @Nullable UUID person) {

        static Happened to(DeliveryRow row, Step what, Instant at) {
            return new Happened(row.id, at, what, row.attempts, row.cause, row.words, null);
        }

        Happened by(@Nullable UUID who) {
            return new Happened(delivery, at, what, attempt, cause, words, who);
        }

        Happened saying(@Nullable String networkWords) {
            return new Happened(delivery, at, what, attempt, cause, networkWords, person);
        }
    }

    /** What one rule said when the delivery was last claimed. */
    public record Reason(String rule, boolean cleared, String messageKey, List<String> arguments, Instant askedAt) {}

    /** It stood on the network although it was not wanted there. */
    public record Exposed(Instant from, @Nullable Instant until) {}

    /** Why a post is taken down. Stored by name. */
    public enum Cause {
        PERSON,
        CANCELLED,
        WITHDRAWN
    }

    /** @param doneAt when every network had said that it is absent */
    public record TakeDown(
            Cause cause,
            @Nullable UUID askedBy,
            Instant askedAt,
            @Nullable Instant doneAt) {}

    /** One delivery, in full. */
    public record Told(
            Delivery delivery,
            String handle,
            boolean late,
            List<Happened> history,
            List<Reason> reasons,
            List<Exposed> exposures) {
        public boolean wasAllowed() {
            return !reasons.isEmpty() && reasons.stream().allMatch(Reason::cleared);
        }
    }

    /**
     * A post's deliveries.
     *
     * @param without networks it was written for where the facility has no account
     * @param moving something is about to change by itself, so the page looks again soon
     */
    public record Whole(
            PostId post,
            Facility facility,
            List<Told> deliveries,
            List<Network> without,
            @Nullable TakeDown takeDown,
            Map<UUID, String> names,
            boolean moving) {
        /** Something of it stands, or may stand, and nobody has asked for it to go. */
        public boolean canBeTakenDown() {
            return deliveries.stream().anyMatch(each -> switch (each.delivery().state()) {
                case SENT, UNKNOWN, SENDING -> true;
                case PLANNED, RETRY, RATE_LIMITED, REFUSED, DISCONNECTED, HELD, CANCELLED, REMOVING, REMOVED -> false;
            });
        }

        public String name(@Nullable UUID person) {
            return person == null ? "" : names.getOrDefault(person, "?");
        }
    }

    /** One line of the overview. */
    public record Line(Delivery delivery, String title, Facility facility, String handle, boolean late) {}

    /** What needs a person first, then what is coming, then what became of the latest ones. */
    public record Board(List<Line> needsYou, List<Line> coming, List<Line> latest, int lateOnes) {
        public boolean empty() {
            return needsYou.isEmpty() && coming.isEmpty() && latest.isEmpty();
        }
    }
}
