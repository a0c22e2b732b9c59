package org.hearten.approvals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.hearten.posts.WordDiff;
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

    /**
     * Words as readers will see them.
     *
     * @param names {@code title}, or the networks that show exactly these words
     * @param changed the words differ from those decided about last
     */
    public record Part(List<String> names, String text, List<WordDiff.Piece> changes, boolean changed) {
        public boolean isTitle() {
            return names.contains(SeenWords.TITLE);
        }
    }

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
        var parts = parts(SeenWords.of(post), then, before.isPresent());
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

    /** Channels that show the same words, and showed the same words before, are read once. */
    private static List<Part> parts(Map<String, String> now, Map<String, String> then, boolean decidedBefore) {
        record Texts(boolean title, String old, String fresh) {}
        var names = new LinkedHashMap<Texts, List<String>>();
        now.forEach((name, text) -> {
            var old = decidedBefore ? then.getOrDefault(name, "") : text;
            names.computeIfAbsent(new Texts(name.equals(SeenWords.TITLE), old, text), ignored -> new ArrayList<>())
                    .add(name);
        });
        return names.entrySet().stream()
                .map(entry -> part(
                        entry.getValue(), entry.getKey().old(), entry.getKey().fresh()))
                .toList();
    }

    private static Part part(List<String> names, String old, String now) {
        return new Part(List.copyOf(names), now, WordDiff.between(old, now), !old.equals(now));
    }
}
