package org.hearten.guard.identifiers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hearten.guard.Context;
import org.hearten.guard.Finding;
import org.hearten.guard.Label;
import org.hearten.guard.identifiers.Search.Match;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/** Asks every recogniser and settles who is right where two of them point at the same place. */
public final class Identifiers {
    private static final double LEAST_CONFIDENCE = 0.5;

    // A new recogniser is added here; docs/guides/add-a-recogniser.md walks through it.
    private final List<Recogniser> recognisers = List.of(
            new EmailAddresses(),
            new WebAddresses(),
            new Handles(),
            new IpAddresses(),
            new SocialSecurityNumbers(),
            new AadhaarNumbers(),
            new AbhaNumbers(),
            new PanNumbers(),
            new VoterIds(),
            new Passports(),
            new DrivingLicences(),
            new VehiclePlates(),
            new RecordNumbers(),
            new InsuranceNumbers(),
            new ProviderNumbers(),
            new DeviceNumbers(),
            new BankDetails(),
            new PhoneNumbers(),
            new Dates(),
            new Ages(),
            new WardsAndBeds(),
            new Addresses(),
            new PostalCodes(),
            new People(),
            new Places());

    /** What points at a person, in the order of the text, without overlaps. Offsets are those of the original. */
    public List<Finding> find(FoldedText text, Tokens tokens, Context context) {
        var search = new Search(text, tokens, context);
        for (var recogniser : recognisers) recogniser.find(search);
        var kept = new ArrayList<Match>();
        var taken = new BitSet(text.length());
        search.matches().stream()
                .filter(match -> match.confidence() >= LEAST_CONFIDENCE)
                .filter(match -> !isPublic(search, match))
                .sorted(Comparator.comparing(Identifiers::isTagged)
                        .thenComparing(
                                Comparator.comparingDouble(Match::confidence).reversed())
                        .thenComparingInt(match -> match.start() - match.end())
                        .thenComparingInt(Match::start))
                .forEach(match -> {
                    int next = taken.nextSetBit(match.start());
                    if (next < 0 || next >= match.end()) {
                        kept.add(match);
                        taken.set(match.start(), match.end());
                    }
                });
        kept.sort(Comparator.comparingInt(Match::start));
        return apart(kept, text);
    }

    // One character of the original can fold to several; the first finding that reaches into it has it.
    private static List<Finding> apart(List<Match> kept, FoldedText text) {
        var findings = new ArrayList<Finding>();
        int last = 0;
        for (var match : kept) {
            int start = Math.max(last, text.originalStart(match.start()));
            int end = text.originalEnd(match.end());
            if (end > start) findings.add(finding(match, start, end));
            last = Math.max(last, end);
        }
        return List.copyOf(findings);
    }

    // What the tagger took for a name gives way to anything with a format.
    private static boolean isTagged(Match match) {
        return match.by() instanceof People || match.by() instanceof Places;
    }

    /** A rule about phones or addresses does not mean those of the facility itself. */
    public boolean isPublicNumber(String text, Finding broken, Context context) {
        boolean aboutNumbers = broken.rule().contains("-PHI-") || broken.rule().contains("-PII-");
        return aboutNumbers
                && FacilityFacts.of(context)
                        .coversNumberIn(FoldedText.of(text.substring(broken.start(), broken.end()))
                                .lower());
    }

    private static boolean isPublic(Search search, Match match) {
        var lower = search.text.lower().substring(match.start(), match.end());
        if (match.by().label == Label.PERSON && search.facts.isStaff(lower)) return true;
        return search.facts.isPublic(lower);
    }

    private static Finding finding(Match match, int start, int end) {
        var by = match.by();
        return new Finding(
                by.rule, by.label, by.severity, start, end, match.confidence(), by.why, by.instead, by.advice);
    }
}
