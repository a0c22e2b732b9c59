package org.hearten.posts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearten.checks.Found;
import org.jspecify.annotations.Nullable;

/** A stretch of text; with the number and the weight of the finding that points at it, if one does. */
public record Marked(String text, int number, @Nullable Found found) {

    /** Where findings overlap, the one that begins first is shown. */
    static List<Marked> cut(String text, List<Found> found, String part) {
        record Spot(int start, int end, int number, Found found) {}
        var spots = new ArrayList<Spot>();
        for (int at = 0; at < found.size(); at++) {
            for (var place : found.get(at).places()) {
                if (place.part().equals(part) && place.end() <= text.length()) {
                    spots.add(new Spot(place.start(), place.end(), at + 1, found.get(at)));
                }
            }
        }
        spots.sort(Comparator.comparingInt(Spot::start));
        var marked = new ArrayList<Marked>();
        int done = 0;
        for (var spot : spots) {
            if (spot.start() >= done) {
                marked.add(new Marked(text.substring(done, spot.start()), 0, null));
                marked.add(new Marked(text.substring(spot.start(), spot.end()), spot.number(), spot.found()));
                done = spot.end();
            }
        }
        marked.add(new Marked(text.substring(done), 0, null));
        return marked.stream().filter(each -> !each.text().isEmpty()).toList();
    }
}
