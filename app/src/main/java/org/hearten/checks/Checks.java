package org.hearten.checks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.guard.Context;
import org.hearten.guard.Finding;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.Readability;
import org.hearten.guard.ReplyReport;
import org.hearten.guard.Report;
import org.hearten.guard.Severity;
import org.hearten.guard.Triage;
import org.hearten.keys.Keys;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way to ask the guard. */
@Service
@Transactional(readOnly = true)
public class Checks {
    private static final String POST = "post";
    private static final String REPLY = "reply";
    private static final String VISITOR = "ugc";
    private static final String FOUND = "check.found";
    private static final Set<Private.Kind> PRIVATE = EnumSet.allOf(Private.Kind.class);

    private final Guard guard;
    private final Facilities facilities;
    private final People people;
    private final CheckRows rows;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Checks(
            Guard guard,
            Facilities facilities,
            People people,
            CheckRows rows,
            Keys keys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.guard = guard;
        this.facilities = facilities;
        this.people = people;
        this.rows = rows;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** A text that a facility wants to publish. */
    public Report check(FacilityId facility, String text) {
        return guard.check(text, context(facility, POST));
    }

    /** All the words of one subject together, with the reasons given for it so far. Nothing is kept. */
    public Checkup check(FacilityId facility, UUID subject, List<Part> parts) {
        return checkup(subject, parts, context(facility, POST));
    }

    /** As {@link #check}, kept under the hash of those words: what clearance will ask for when they leave. */
    @Transactional
    public Checkup keep(FacilityId facility, UUID subject, String contentHash, List<Part> parts) {
        var checkup = check(facility, subject, parts);
        rows.keep(facility.organisation(), subject, contentHash, checkup, clock.instant());
        return checkup;
    }

    /** An answer to somebody's message. {@code names} are those already known in this conversation. */
    public ReplyReport checkReply(FacilityId facility, String incoming, String draft, Collection<String> names) {
        return guard.checkReply(incoming, draft, context(facility, REPLY).withNames(names));
    }

    /** Lets a warning stay. A block cannot be answered, only changed. */
    @Transactional
    public void answer(FacilityId facility, UUID subject, Found warning, String words, PersonId by) {
        if (warning.severity() != Severity.WARN || words.isBlank()) {
            throw new IllegalArgumentException("Only a warning can be answered, and only with a reason");
        }
        rows.answer(facility.organisation(), subject, warning, words.strip(), by, clock.instant());
        events.publishEvent(Recorded.of("check.answered")
                .on("check", subject)
                .at(facility.value())
                .saying(warning.finding().rule()));
    }

    public Readability readability(String text, String language) {
        return guard.readability(text, language);
    }

    public Triage triage(String text) {
        return guard.triage(text);
    }

    public String mask(FacilityId facility, String text) {
        return guard.mask(text, context(facility, REPLY));
    }

    /** What a visitor is about to tell everyone about themselves, in the order it stands there. */
    public List<Private> privateWords(FacilityId facility, String text) {
        return guard.identifiers(text, context(facility, VISITOR)).findings().stream()
                .flatMap(finding -> PRIVATE.stream()
                        .filter(kind -> kind.name().equals(finding.label().name()))
                        .map(kind -> new Private(finding.start(), finding.end(), kind)))
                .sorted(Comparator.comparingInt(Private::start))
                .toList();
    }

    /** Name and version of every rule pack in use. A new version asks for a new look at what waits. */
    public Set<String> packs() {
        return guard.packVersions();
    }

    private Context context(FacilityId id, String channel) {
        var facility = facilities.get(id);
        var facts = new ArrayList<String>();
        for (var each : facilities.all()) {
            facts.addAll(List.of(each.nameEnglish(), each.nameHindi(), each.phone(), each.address()));
            facts.addAll(each.serviceAreas());
        }
        facts.add(facilities.organisationName());
        facts.removeIf(String::isBlank);
        return Context.of(
                        Jurisdiction.valueOf(facility.jurisdiction().name()),
                        channel,
                        LocalDate.ofInstant(clock.instant(), facility.zone()))
                .withStaff(people.names().values())
                .withFacilityFacts(facts);
    }

    /** The same words found by the same rule in several places are one finding. */
    private Checkup checkup(UUID subject, List<Part> parts, Context context) {
        var organisation = Tenancy.require().organisation();
        Map<String, Reason> answers = rows.answers(organisation, subject);
        var byKey = new LinkedHashMap<String, Gathered>();
        for (var part : parts) {
            var language = language(part.text());
            for (var finding : guard.check(part.text(), context).findings()) {
                var words = part.text().substring(finding.start(), finding.end());
                var key = key(finding, words);
                var place = new Found.Place(part.name(), finding.start(), finding.end(), instead(finding, language));
                byKey.computeIfAbsent(key, fresh -> new Gathered(key, words, finding, new ArrayList<>()))
                        .places()
                        .add(place);
            }
        }
        return new Checkup(
                byKey.values().stream()
                        .map(each -> each.found(answers.get(each.key())))
                        .sorted(Comparator.comparing(Found::severity))
                        .toList(),
                guard.packVersions());
    }

    /** One finding while its places are still being collected. */
    private record Gathered(String key, String words, Finding finding, List<Found.Place> places) {
        Found found(@Nullable Reason answer) {
            return new Found(key, words, finding, List.copyOf(places), answer);
        }
    }

    private String key(Finding finding, String words) {
        return HexFormat.of().formatHex(keys.hash(FOUND, finding.rule() + "\u0000" + words), 0, 16);
    }

    private static @Nullable String instead(Finding finding, String language) {
        var instead = finding.instead();
        return instead == null ? null : instead.in(language);
    }

    private static String language(String text) {
        var hindi = text.codePoints()
                .filter(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.DEVANAGARI)
                .count();
        var latin = text.codePoints()
                .filter(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.LATIN)
                .count();
        return hindi > latin ? "hi" : "en";
    }
}
