package org.hearten.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearten.checks.Checkup;
import org.hearten.facilities.Facilities;
import org.hearten.people.People;
import org.hearten.people.SignedIn;
import org.hearten.posts.Post;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what somebody needs to decide about a post. */
@Component
@Transactional(readOnly = true)
public class Desk {
    private final Approvals approvals;
    private final RoundRows rows;
    private final Posts posts;
    private final GuardReport guard;
    private final SeenWords seenWords;
    private final People people;
    private final Facilities facilities;

    Desk(
            Approvals approvals,
            RoundRows rows,
            Posts posts,
            GuardReport guard,
            SeenWords seenWords,
            People people,
            Facilities facilities) {
        this.approvals = approvals;
        this.rows = rows;
        this.posts = posts;
        this.guard = guard;
        this.seenWords = seenWords;
        this.people = people;
        this.facilities = facilities;
    }

    /** {@code changed}: the words differ from those decided about last. */
    public record Part(String name, String text, List<WordDiff.Piece> changes, boolean changed) {}

    /** A line of the queue. */
    public record Line(Round round, Post post, String author, Set<Step> mine) {}

    /**
     * Everything about one post.
     *
     * @param changed somebody decided about other words before, and {@link Part#changes} shows what is new
     * @param mine the steps this person may take now
     */
    public record Sheet(
            Post post,
            Round round,
            List<Round> rounds,
            List<Part> parts,
            boolean changed,
            Checkup checkup,
            Set<Step> mine,
            boolean own,
            Map<UUID, String> names,
            String facility) {}

    List<Line> lines(List<Round> rounds, SignedIn me) {
        var names = people.names();
        var mine = approvals.openTo(rounds, me.person());
        var lines = new ArrayList<Line>();
        for (var round : rounds) {
            posts.find(round.post())
                    .ifPresent(post -> lines.add(new Line(
                            round,
                            post,
                            names.getOrDefault(post.author().value(), "?"),
                            mine.getOrDefault(round.id(), Set.of()))));
        }
        return lines;
    }

    @Nullable
    Sheet sheet(PostId id, SignedIn me, Words words) {
        var rounds = approvals.of(id);
        var post = posts.find(id).orElse(null);
        return rounds.isEmpty() || post == null ? null : sheet(post, rounds, me, words);
    }

    private Sheet sheet(Post post, List<Round> rounds, SignedIn me, Words words) {
        var latest = rounds.getFirst();
        var before = rounds.stream()
                .skip(1)
                .filter(round -> !round.decisions().isEmpty())
                .findFirst();
        var then = before.map(rows::seen).map(seenWords::read).orElse(Map.of());
        var parts = SeenWords.of(post).entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue(), then.get(part.getKey()), before.isPresent()))
                .toList();
        return new Sheet(
                post,
                latest,
                rounds,
                parts,
                parts.stream().anyMatch(Part::changed),
                guard.of(post),
                latest.contentHash().equals(post.contentHash()) ? approvals.openTo(latest, me.person()) : Set.of(),
                latest.wrote(me.person()),
                people.names(),
                facilities.get(post.facility()).name(words.lang()));
    }

    private static Part part(String name, String now, @Nullable String then, boolean decidedBefore) {
        var old = decidedBefore ? then == null ? "" : then : now;
        return new Part(name, now, WordDiff.between(old, now), !old.equals(now));
    }
}
