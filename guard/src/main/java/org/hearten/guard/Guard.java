package org.hearten.guard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearten.guard.identifiers.Identifiers;
import org.hearten.guard.reading.Reader;
import org.hearten.guard.reply.ReplyGuard;
import org.hearten.guard.rules.Pack;
import org.hearten.guard.rules.PackError;
import org.hearten.guard.rules.RuleBook;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;
import org.hearten.guard.triage.TriageDesk;

/**
 * The one way in. Holds no state about texts, may be shared by threads, writes nothing anywhere.
 *
 * <p>A guard is cheap to use and dear to make: make one and keep it.
 */
public final class Guard {
    private final Identifiers identifiers;
    private final RuleBook rules;
    private final Set<String> groupsOn;
    private final ReplyGuard replies = new ReplyGuard();
    private final Reader reader = new Reader();
    private final TriageDesk desk = new TriageDesk();

    private Guard(Identifiers identifiers, RuleBook rules, Set<String> groupsOn) {
        this.identifiers = identifiers;
        this.rules = rules;
        this.groupsOn = groupsOn;
    }

    /** A guard with the built-in packs named, of "us" and "in"; none named means both. */
    public static Guard withPacks(String... packs) {
        var names = packs.length == 0 ? List.of("us", "in") : Arrays.asList(packs);
        var read = names.parallelStream().map(Pack::builtIn).toList();
        return new Guard(new Identifiers(), new RuleBook(read, Set.of()), Set.of());
    }

    /** This guard with a facility's own rules too. Throws {@link PackError} with the line of the first mistake. */
    public Guard withFacilityRules(String name, String yaml) {
        var all = new ArrayList<>(rules.packs());
        all.removeIf(pack -> pack.name().equals(name));
        all.add(Pack.parse(name, yaml));
        return new Guard(identifiers, new RuleBook(all, groupsOn), groupsOn);
    }

    /** This guard with groups of rules switched on that are otherwise suspended, such as nmc_2023. */
    public Guard withGroups(Set<String> groups) {
        return new Guard(identifiers, new RuleBook(rules.packs(), groups), Set.copyOf(groups));
    }

    /** Everything in the text that should not leave as it is: identifiers and broken rules, in the order of the text. */
    public Report check(String text, Context context) {
        var folded = FoldedText.of(text);
        return check(folded, Tokens.of(folded), context);
    }

    private Report check(FoldedText folded, Tokens tokens, Context context) {
        String text = folded.original();
        var found = new ArrayList<>(identifiers.find(folded, tokens, context));
        var people = List.copyOf(found);
        for (var broken : rules.find(folded, context)) {
            if (!saidAlready(broken, people) && !identifiers.isPublicNumber(text, broken, context)) found.add(broken);
        }
        found.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::severity));
        return new Report(List.copyOf(found), rules.versions());
    }

    /** Only what points at a person. */
    public Report identifiers(String text, Context context) {
        var folded = FoldedText.of(text);
        return new Report(identifiers.find(folded, Tokens.of(folded), context), rules.versions());
    }

    /** Only which rules the text breaks. */
    public Report rules(String text, Context context) {
        return new Report(rules.find(FoldedText.of(text), context), rules.versions());
    }

    /** Whether a draft reply to an incoming message gives away that somebody is or was in care. */
    public ReplyReport checkReply(String incoming, String draft, Context context) {
        var folded = FoldedText.of(draft);
        var tokens = Tokens.of(folded);
        var found = check(folded, tokens, context).findings();
        return replies.judge(incoming, folded, tokens, found, rules.versions());
    }

    /** How hard the text is to read. Language is "en" or "hi". */
    public Readability readability(String text, String language) {
        return reader.read(text, language);
    }

    /** The text with every identifier of a person replaced by a mark such as [name], for showing and indexing. */
    public String mask(String text, Context context) {
        var masked = new StringBuilder();
        int done = 0;
        for (var finding : identifiers(text, context).findings()) {
            masked.append(text, done, finding.start()).append(Mask.of(finding.label()));
            done = finding.end();
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** Where an incoming message belongs and how soon it must be read. */
    public Triage triage(String text) {
        var folded = FoldedText.of(text);
        var tokens = Tokens.of(folded);
        var broken = new ArrayList<Finding>();
        for (var jurisdiction : Jurisdiction.values()) {
            broken.addAll(rules.find(folded, Context.of(jurisdiction, "inbox", LocalDate.EPOCH)));
        }
        var people = identifiers.find(folded, tokens, Context.of(Jurisdiction.IN, "inbox", LocalDate.EPOCH));
        return desk.sort(folded, tokens, broken, people);
    }

    /** The packs in use, for showing their rules. */
    public List<Pack> packs() {
        return rules.packs();
    }

    /** Name and version of every pack in use, like {@code us 2026-11-22}. */
    public Set<String> packVersions() {
        var versions = new TreeSet<String>();
        rules.versions().forEach((pack, version) -> versions.add(pack + " " + version));
        return versions;
    }

    Map<String, String> versions() {
        return rules.versions();
    }

    // The packs know the commonest identifiers too; one mark at a place is enough.
    private static boolean saidAlready(Finding broken, List<Finding> people) {
        boolean identifierRule =
                broken.rule().contains("-PHI-") || broken.rule().contains("-PII-");
        return identifierRule
                && people.stream()
                        .anyMatch(person -> person.start() < broken.end()
                                && broken.start() < person.end()
                                && person.severity().compareTo(broken.severity()) <= 0);
    }
}
