package org.hearten.clearance;

import java.util.List;
import java.util.function.Function;

/**
 * One reason why something may or may not leave. Asked inside the claiming transaction: a rule reads (and may lock) rows
 * and calls no network.
 */
public interface ClearanceRule {
    /** The rule's word in the record, such as {@code "approval"}. */
    String name();

    /**
     * Many departures of one organisation at once, so that a rule reads what it needs for all of them together.
     *
     * @return one verdict for each, in the same order
     */
    List<Verdict> judge(List<Departure> departures);

    default Verdict judge(Departure departure) {
        return judge(List.of(departure)).getFirst();
    }

    /** For a rule that has read what it needs and now says the same about each on its own. */
    static List<Verdict> each(List<Departure> departures, Function<Departure, Verdict> judge) {
        return departures.stream().map(judge).toList();
    }
}
