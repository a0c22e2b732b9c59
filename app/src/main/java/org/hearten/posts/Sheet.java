package org.hearten.posts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.jspecify.annotations.Nullable;

/** The composer's form, as a browser sends it. */
record Sheet(HttpServletRequest form) {
    private static final int MAX_CHARACTERS = 100_000; // of one text: far beyond any network, far below any harm
    private static final int MAX_SOURCES = 20;

    int revision() {
        var overwrite = form.getParameter("over"); // "keep mine": the revision of theirs, seen and set aside
        var seen = overwrite == null ? form.getParameter("revision") : overwrite;
        return seen != null && seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
    }

    /** The revision that stood on the page when the typing began; a page that shows two people's words keeps it. */
    int seenRevision() {
        var seen = form.getParameter("seen");
        return seen != null && seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : revision();
    }

    /** "Save both": the revision of theirs that was put together with mine, or 0. */
    int together() {
        var with = form.getParameter("together");
        return with != null && with.matches("[0-9]{1,9}") ? Integer.parseInt(with) : 0;
    }

    Draft draft(Post before) {
        return new Draft(
                facility(before),
                oneLine(text("title", before.title())),
                text("text", before.text()),
                Arrays.stream(Pillar.values())
                        .filter(pillar -> pillar.name().equals(form.getParameter("pillar")))
                        .findFirst()
                        .orElse(before.pillar()),
                "hi".equals(form.getParameter("language")) ? "hi" : "en",
                versions(before),
                sources(),
                pictures(before));
    }

    private FacilityId facility(Post before) {
        var chosen = form.getParameter("facility"); // the doorkeeper has looked: a role is held there
        return chosen == null || chosen.isBlank()
                ? before.facility()
                : new FacilityId(before.id().organisation(), UUID.fromString(chosen));
    }

    private List<Version> versions(Post before) {
        var chosen = all("network");
        var own = all("own");
        return Arrays.stream(Network.values())
                .filter(network -> chosen.contains(network.name()))
                .map(network -> version(network, own.contains(network.name()), before))
                .toList();
    }

    private Version version(Network network, boolean own, Post before) {
        var known = before.version(network);
        var account = known.map(Version::account).orElse(null);
        var words = text("text-" + network.name(), "");
        var begun = words.isBlank() && known.filter(Version::own).isEmpty();
        return own
                ? new Version(network, account, begun ? text("text", "") : words, true)
                : new Version(network, account, "", false, words.isBlank() ? "" : words);
    }

    private List<Source> sources() {
        var titles = form.getParameterValues("source-title");
        var publishers = form.getParameterValues("source-publisher");
        var addresses = form.getParameterValues("source-address");
        var sources = new ArrayList<Source>();
        for (int at = 0; titles != null && at < Math.min(titles.length, MAX_SOURCES); at++) {
            sources.add(new Source(nth(titles, at), nth(publishers, at), nth(addresses, at)));
        }
        return sources;
    }

    /** Pictures come in by their own door; the form describes them, orders nothing new, and may leave one out. */
    private List<Attachment> pictures(Post before) {
        var declared = all("declared");
        var removed = all("remove");
        return before.pictures().stream()
                .filter(picture -> !removed.contains(picture.picture().value().toString()))
                .map(picture -> {
                    var id = picture.picture().value().toString();
                    return new Attachment(
                            picture.picture(),
                            picture.hash(),
                            text("alt-" + id, picture.alt()),
                            form.getParameter("alt-" + id) == null ? picture.declared() : declared.contains(id));
                })
                .toList();
    }

    private Set<String> all(String name) {
        var values = form.getParameterValues(name);
        return values == null ? Set.of() : Set.copyOf(Arrays.asList(values));
    }

    /** Browsers send lines with CR LF; we keep LF alone, so that places in a text mean the same everywhere. */
    private String text(String name, String otherwise) {
        var value = form.getParameter(name);
        return value == null ? otherwise : clean(value);
    }

    private static String nth(String @Nullable [] values, int at) {
        return values == null || at >= values.length ? "" : oneLine(clean(values[at]));
    }

    private static String clean(String value) {
        var lines = value.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
        return lines.length() <= MAX_CHARACTERS ? lines : lines.substring(0, MAX_CHARACTERS);
    }

    private static String oneLine(String value) {
        return value.replace('\n', ' ').strip();
    }
}
