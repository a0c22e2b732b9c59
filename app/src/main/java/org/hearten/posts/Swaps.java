package org.hearten.posts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearten.checks.Found;

/** Puts the guard's safe words where it pointed. */
final class Swaps {
    private static final String SENTENCE_ENDS = ".!?।";

    private Swaps() {}

    static Draft apply(Draft draft, List<Found> found) {
        var changed = draft.withTitle(in(draft.title(), PostWords.TITLE, found))
                .withText(in(draft.text(), PostWords.MAIN, found));
        var versions = changed.versions().stream()
                .map(version -> version.own()
                        ? new Version(
                                version.network(),
                                version.account(),
                                in(version.text(), version.network().name(), found),
                                true)
                        : version)
                .toList();
        var pictures = new ArrayList<Attachment>();
        for (int at = 0; at < draft.pictures().size(); at++) {
            var picture = draft.pictures().get(at);
            pictures.add(new Attachment(
                    picture.picture(),
                    picture.hash(),
                    in(picture.alt(), PostWords.ALT + at, found),
                    picture.declared()));
        }
        var sources = new ArrayList<Source>();
        for (int at = 0; at < draft.sources().size(); at++) {
            var source = draft.sources().get(at);
            sources.add(
                    new Source(in(source.title(), PostWords.SOURCE + at, found), source.publisher(), source.address()));
        }
        return changed.withVersions(versions).withPictures(pictures).withSources(sources);
    }

    /** From the end to the beginning, so that earlier places keep their numbers. Overlapping ones are left for next time. */
    private static String in(String text, String part, List<Found> found) {
        var places = found.stream()
                .flatMap(each -> each.places().stream())
                .filter(place -> place.part().equals(part) && place.instead() != null && place.end() <= text.length())
                .sorted(Comparator.comparingInt(Found.Place::start).reversed())
                .toList();
        var changed = new StringBuilder(text);
        int free = text.length();
        for (var place : places) {
            var instead = place.instead();
            if (place.end() <= free && instead != null) {
                changed.replace(place.start(), place.end(), instead + ending(text, place, instead));
                free = place.start();
                if (instead.isEmpty()) {
                    closeGap(changed, place.start());
                }
            }
        }
        return changed.toString();
    }

    /** A sentence that ended with the words still ends: two sentences never become one. */
    private static String ending(String text, Found.Place place, String instead) {
        var last = text.charAt(place.end() - 1);
        return place.end() > place.start()
                        && !instead.isEmpty()
                        && SENTENCE_ENDS.indexOf(last) >= 0
                        && SENTENCE_ENDS.indexOf(instead.charAt(instead.length() - 1)) < 0
                ? String.valueOf(last)
                : "";
    }

    /** Words that were taken out leave one space, not two. */
    private static void closeGap(StringBuilder text, int at) {
        if (at > 0 && at < text.length() && text.charAt(at - 1) == ' ' && " .,;:!?".indexOf(text.charAt(at)) >= 0) {
            text.deleteCharAt(at - 1);
        }
    }
}
