package org.hearten.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearten.people.PersonId;
import org.hearten.web.Refusal;
import org.springframework.stereotype.Component;

/** Everything a post once said. A sitting of one person is one edition; what was asked about or restored stays its own. */
@Component
class Editions {
    private static final Duration SITTING = Duration.ofMinutes(10);

    private final EditionRows rows;

    Editions(EditionRows rows) {
        this.rows = rows;
    }

    List<Edition> of(PostId post) {
        return rows.of(post);
    }

    Edition get(PostId post, int revision) {
        return rows.find(post, revision).orElseThrow(Refusal::notFound);
    }

    Optional<Edition> find(PostId post, int revision) {
        return rows.find(post, revision);
    }

    void begin(PostId id, Draft draft, PersonId by, Instant now) {
        rows.add(new Edition(id, 1, Edition.Why.WRITTEN, now, now, by, draft));
    }

    /** Before the new words replace them, the old ones are kept: also those of a post older than this record. */
    void keep(Post before, Draft draft, Edition.Why why, PersonId by, Instant now) {
        var latest = rows.latest(before.id()).orElseGet(() -> asItWas(before));
        var sameSitting = why == Edition.Why.WRITTEN
                && latest.why() == Edition.Why.WRITTEN
                && latest.keptBy().equals(by)
                && latest.begunAt().plus(SITTING).isAfter(now);
        if (sameSitting) {
            rows.remove(latest);
        }
        rows.add(new Edition(
                before.id(), before.revision() + 1, why, sameSitting ? latest.begunAt() : now, now, by, draft));
    }

    void submitted(Post post) {
        if (rows.find(post.id(), post.revision()).isEmpty()) {
            asItWas(post);
        }
        rows.mark(post.id(), post.revision(), Edition.Why.SUBMITTED);
    }

    private Edition asItWas(Post post) {
        var why = post.stage() == Stage.DRAFT ? Edition.Why.WRITTEN : Edition.Why.SUBMITTED;
        var edition = new Edition(
                post.id(), post.revision(), why, post.changedAt(), post.changedAt(), post.changedBy(), post.draft());
        rows.add(edition);
        return edition;
    }
}
