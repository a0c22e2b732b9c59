package org.hearten.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hearten.posts.Listed;

/** A week as hours by days: each post in the hour it goes out. Early and late hours are shown only when they are used. */
public record Hours(List<Integer> shown, Map<LocalDate, Map<Integer, List<Listed>>> byDay) {
    private static final int USUAL_FIRST = 8;
    private static final int USUAL_LAST = 20;

    static Hours of(Map<LocalDate, List<Listed>> days, ZoneId zone) {
        var byDay = new java.util.LinkedHashMap<LocalDate, Map<Integer, List<Listed>>>();
        int first = USUAL_FIRST;
        int last = USUAL_LAST;
        for (var day : days.entrySet()) {
            var hours = new java.util.HashMap<Integer, List<Listed>>();
            for (var post : day.getValue()) {
                var due = post.dueAt();
                if (due != null) {
                    var hour = due.atZone(zone).getHour();
                    first = Math.min(first, hour);
                    last = Math.max(last, hour);
                    hours.computeIfAbsent(hour, ignored -> new ArrayList<>()).add(post);
                }
            }
            byDay.put(day.getKey(), hours);
        }
        return new Hours(IntStream.rangeClosed(first, last).boxed().toList(), byDay);
    }

    /** 08:00 */
    public static String clock(int hour) {
        return java.time.LocalTime.of(hour, 0).toString();
    }

    public List<Listed> at(LocalDate day, int hour) {
        return byDay.getOrDefault(day, Map.of()).getOrDefault(hour, List.of());
    }
}
