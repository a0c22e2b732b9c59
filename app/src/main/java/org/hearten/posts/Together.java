package org.hearten.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearten.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * What two people made of one draft, put together.
 *
 * @param parts the texts that somebody changed, each with its merge, title first
 * @param draft all of it as one draft
 */
public record Together(List<Part> parts, Draft draft) {

    /** @param key the words for its name; {@code network} when it is a channel's own */
    public record Part(String key, @Nullable Network network, Merge merge) {}

    static Together of(Draft base, Draft mine, Draft theirs) {
        var parts = new ArrayList<Part>();
        var title = merged("posts.part.title", null, base.title(), mine.title(), theirs.title(), parts);
        var text = merged("posts.part.text", null, base.text(), mine.text(), theirs.text(), parts);
        var versions = new ArrayList<Version>();
        for (var network : Network.values()) {
            version(network, base, mine, theirs, parts, versions);
        }
        var draft = new Draft(
                either(base.facility(), mine.facility(), theirs.facility()),
                title,
                text,
                either(base.pillar(), mine.pillar(), theirs.pillar()),
                either(base.language(), mine.language(), theirs.language()),
                versions,
                either(base.sources(), mine.sources(), theirs.sources()),
                either(base.pictures(), mine.pictures(), theirs.pictures()));
        return new Together(List.copyOf(parts), draft);
    }

    public boolean clashes() {
        return parts.stream().anyMatch(part -> part.merge().clashes());
    }

    private static void version(
            Network network, Draft base, Draft mine, Draft theirs, List<Part> parts, List<Version> versions) {
        var was = in(base, network);
        var ours = in(mine, network);
        var others = in(theirs, network);
        var chosen = either(List.of(was), List.of(ours), List.of(others)).getFirst();
        if (chosen.shown() && ours.own() && others.own()) {
            var text = merged("posts.part.own", network, was.text(), ours.text(), others.text(), parts);
            versions.add(new Version(network, chosen.version().account(), text, true));
        } else if (chosen.shown()) {
            versions.add(chosen.version());
        }
    }

    private record At(boolean shown, boolean own, String text, Version version) {}

    private static At in(Draft draft, Network network) {
        return draft.versions().stream()
                .filter(version -> version.network() == network)
                .findFirst()
                .map(version -> new At(true, version.own(), version.own() ? version.text() : "", version))
                .orElseGet(() -> new At(false, false, "", Version.same(network)));
    }

    private static String merged(
            String key, @Nullable Network network, String base, String mine, String theirs, List<Part> parts) {
        var merge = Merge.of(base, mine, theirs);
        if (merge.changed()) {
            parts.add(new Part(key, network, merge));
        }
        return merge.text();
    }

    /** Whoever changed it; mine when both did. */
    private static <T> T either(T base, T mine, T theirs) {
        return Objects.equals(base, mine) ? theirs : mine;
    }
}
