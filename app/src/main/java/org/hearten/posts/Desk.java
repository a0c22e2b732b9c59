package org.hearten.posts;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hearten.channels.Network;
import org.hearten.channels.TextRules;
import org.hearten.checks.Checkup;
import org.hearten.checks.Found;
import org.hearten.facilities.Facility;
import org.hearten.guard.Readability;
import org.hearten.guard.Severity;
import org.jspecify.annotations.Nullable;

/**
 * All that the composer's page shows.
 *
 * @param typed what stands in the fields: the post, unless somebody else saved in between
 * @param theirs what that somebody saved, or null
 * @param together both put together, when it is known what both began with
 * @param seenRevision the one that was on the page while these words were typed
 */
public record Desk(
        Post post,
        Draft typed,
        @Nullable Post theirs,
        @Nullable Together together,
        int seenRevision,
        @Nullable Twin twin,
        Checkup checkup,
        List<Submission.Reason> missing,
        Readability reading,
        Facility facility,
        List<Block> blocks,
        List<Facility> facilities,
        Map<Network, TextRules> rules,
        String authorName,
        String changedByName,
        boolean mayWrite,
        boolean mayReview,
        LocalDate today) {
    private static final int MOST_HARD_WORDS = 6;

    public String path() {
        return "/posts/" + post.id().value();
    }

    /** Words can be changed here and now. */
    public boolean writing() {
        return mayWrite && post.open();
    }

    /** Sent for approval, or approved: changing anything starts that over. */
    public boolean decidedOn() {
        return post.stage() == Stage.IN_REVIEW || post.stage() == Stage.APPROVED;
    }

    public boolean maySubmit() {
        return writing() && !decidedOn();
    }

    public boolean mayCancel() {
        return mayWrite && post.stage().canBeCancelled();
    }

    /** Somebody must look at its words again before they may leave, or go on standing there. */
    public boolean reviewIsDue() {
        return post.reviewIsDue(today);
    }

    public boolean goesTo(Network network) {
        return typed.versions().stream().anyMatch(version -> version.network() == network);
    }

    public @Nullable Version version(Network network) {
        return typed.versions().stream()
                .filter(version -> version.network() == network)
                .findFirst()
                .orElse(null);
    }

    public boolean own(Network network) {
        var version = version(network);
        return version != null && version.own();
    }

    /** Its own words, also while they are set aside. */
    public String ownText(Network network) {
        var version = version(network);
        return version == null ? "" : version.own() ? version.text() : version.setAside();
    }

    /** What stands there when it goes out. */
    public String shown(Network network) {
        var version = version(network);
        return version == null ? typed.text() : version.text();
    }

    /** Those that show the main text. */
    public List<Network> followers() {
        return typed.versions().stream()
                .filter(version -> !version.own())
                .map(Version::network)
                .toList();
    }

    /** Each text once, with the channels that show it. */
    public List<Wording> wordings() {
        return Wording.of(typed);
    }

    /** The parts a finding stands in, each once, in reading order. */
    public List<String> parts(Found found) {
        return found.places().stream().map(Found.Place::part).distinct().toList();
    }

    /** The network whose own words this part is, or null. */
    public @Nullable Network ownPart(String part) {
        return networks().stream()
                .filter(network -> network.name().equals(part))
                .findFirst()
                .orElse(null);
    }

    /** How a part that is no channel's own is called. */
    public String partKey(String part) {
        if (part.startsWith(PostWords.ALT)) {
            return "posts.part.alt";
        } else if (part.startsWith(PostWords.SOURCE)) {
            return "posts.part.source";
        } else {
            return "posts.part." + part;
        }
    }

    public TextRules rules(Network network) {
        return rules.getOrDefault(network, new TextRules(100_000, 400_000, 20, 2_000));
    }

    public int graphemes(String text) {
        return TextRules.graphemes(text);
    }

    /** The network with the least room that follows the main text, or null. */
    public @Nullable Network tightest() {
        return typed.versions().stream()
                .filter(version -> !version.own())
                .map(Version::network)
                .min(Comparator.comparingInt(network -> rules(network).maxGraphemes()))
                .orElse(null);
    }

    public List<Network> networks() {
        return Arrays.asList(Network.values());
    }

    /** The main text cut where findings begin and end, for the marks behind the field. */
    public List<Marked> marks() {
        return Marked.cut(typed.text(), checkup.found(), PostWords.MAIN);
    }

    public List<Marked> marks(Network network) {
        return own(network) ? Marked.cut(ownText(network), checkup.found(), network.name()) : List.of();
    }

    /** Weight by style and colour; an answered warning has been dealt with. */
    public String tone(Found found) {
        return switch (found.severity()) {
            case BLOCK -> "is-block";
            case WARN -> found.answer() == null ? "is-warn" : "is-ok";
            case INFO -> "is-info";
        };
    }

    /** What one click would put in its place; empty words take it out. */
    public String instead(Found found) {
        return found.places().stream()
                .map(Found.Place::instead)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    public long fixable() {
        return checkup.found().stream()
                .filter(found -> found.blocks() && found.canBeReplaced())
                .count();
    }

    /** What need not change, but could be clearer. */
    public long hints() {
        return checkup.found().stream()
                .filter(found -> found.severity() == Severity.INFO)
                .count();
    }

    public List<Readability.HardWord> hardWords() {
        return reading.hardWords().stream().limit(MOST_HARD_WORDS).toList();
    }

    /** An address that was typed and is not kept. */
    public boolean strangeAddress() {
        return typed.sources().stream().anyMatch(Source::leadsElsewhere);
    }

    /** An empty line invites the next source. */
    public List<Source> sourcesAndOneMore() {
        return Stream.concat(typed.sources().stream(), Stream.of(new Source("", "", "")))
                .toList();
    }

    /** Text and hashtags, each piece by itself. */
    public List<String> tagged(String text) {
        return List.of(text.split("(?=#[\\p{L}\\p{N}_])|(?<=#[\\p{L}\\p{N}\\p{M}_]{1,60})(?![\\p{L}\\p{N}\\p{M}_])"));
    }

    public int number(Found found) {
        return checkup.found().indexOf(found) + 1;
    }

    /** Flesch-Kincaid as a school class, 1 to 12; 0 when the language has none. */
    public int schoolClass() {
        return reading.language().equals("en") && reading.words() > 0
                ? (int) Math.clamp(Math.round(reading.gradeFleschKincaid()), 1, 12)
                : 0;
    }

    public @Nullable ZonedDateTime due() {
        var dueAt = post.dueAt();
        return dueAt == null ? null : dueAt.atZone(facility.zone());
    }

    public String dueDay() {
        var due = due();
        return due == null ? "" : due.toLocalDate().toString();
    }

    public String dueTime() {
        var due = due();
        return due == null ? "" : due.toLocalTime().withSecond(0).withNano(0).toString();
    }
}
