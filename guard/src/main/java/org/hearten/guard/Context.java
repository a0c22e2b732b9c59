package org.hearten.guard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known around a text.
 *
 * @param channel the packs' channel name: post, story, reply, dm_template, ugc, webinar, newsletter, page, …
 * @param staff names of the facility's own people, who may be named
 * @param facilityFacts phones, addresses, e-mail addresses and events that are the facility's own and public
 * @param verified flags set from verified records, never by the author, such as consent_valid
 * @param names names already known to be in this conversation (an author's display name), watched for closely
 * @param on the day the text would go out
 * @param strict marks ages under 90, years, weekdays and countries too, whoever they belong to: for texts handed on for
 *     research, where the question is not what the law forbids but what could be put together
 */
public record Context(
        Jurisdiction jurisdiction,
        String channel,
        Set<String> staff,
        Set<String> facilityFacts,
        Set<String> verified,
        Set<String> names,
        LocalDate on,
        boolean strict) {

    public Context {
        staff = Set.copyOf(staff);
        facilityFacts = Set.copyOf(facilityFacts);
        verified = Set.copyOf(verified);
        names = Set.copyOf(names);
    }

    public static Context of(Jurisdiction jurisdiction, String channel, LocalDate on) {
        return new Context(jurisdiction, channel, Set.of(), Set.of(), Set.of(), Set.of(), on, false);
    }

    public Context withStaff(Collection<String> more) {
        return new Context(jurisdiction, channel, joined(staff, more), facilityFacts, verified, names, on, strict);
    }

    public Context withFacilityFacts(Collection<String> more) {
        return new Context(jurisdiction, channel, staff, joined(facilityFacts, more), verified, names, on, strict);
    }

    public Context withVerified(Collection<String> more) {
        return new Context(jurisdiction, channel, staff, facilityFacts, joined(verified, more), names, on, strict);
    }

    public Context withNames(Collection<String> more) {
        return new Context(jurisdiction, channel, staff, facilityFacts, verified, joined(names, more), on, strict);
    }

    public Context strictly() {
        return new Context(jurisdiction, channel, staff, facilityFacts, verified, names, on, true);
    }

    private static Set<String> joined(Set<String> some, Collection<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
