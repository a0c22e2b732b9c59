package org.hearten.guard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
    private final Later<Identifiers> identifiers;
    private final Later<RuleBook> rules;
    private final Map<String, String> versions;
    private final Set<String> groupsOn;
    private final Later<ReplyGuard> replies = new Later<>(ReplyGuard::new);
    private final Later<Reader> reader = new Later<>(Reader::new);
    private final Later<TriageDesk> desk = new Later<>(TriageDesk::new);

    private Guard(
            Later<Identifiers> identifiers, Later<RuleBook> rules, Map<String, String> versions, Set<String> groupsOn) {
        this.identifiers = identifiers;
        this.rules = rules;
        this.versions = versions;
        this.groupsOn = groupsOn;
    }

    /** A guard with the built-in packs named, of "us" and "in"; none named means both. */
    public static Guard withPacks(String... packs) {
        var names = packs.length == 0 ? List.of("us", "in") : Arrays.asList(packs);
        var versions = new HashMap<String, String>();
        for (var name : names) versions.put(name, Pack.builtInVersion(name));
        var rules = new Later<>(() -> new RuleBook(
                names.parallelStream().map(Pack::builtInWithoutExamples).toList(), Set.of()));
        return new Guard(new Later<>(Identifiers::new), rules, Map.copyOf(versions), Set.of());
    }

    /** This guard with a facility's own rules too. Throws {@link PackError} with the line of the first mistake. */
    public Guard withFacilityRules(String name, String yaml) {
        var own = Pack.parse(name, yaml);
        var all = new HashMap<>(versions);
        all.put(name, own.version());
        var joined = new Later<>(() -> {
            var packs = new ArrayList<>(rules.get().packs());
            packs.removeIf(pack -> pack.name().equals(name));
            packs.add(own);
            return new RuleBook(packs, groupsOn);
        });
        return new Guard(identifiers, joined, Map.copyOf(all), groupsOn);
    }

    /** This guard with groups of rules switched on that are otherwise suspended, such as nmc_2023. */
    public Guard withGroups(Set<String> groups) {
        var switched = new Later<>(() -> new RuleBook(rules.get().packs(), groups));
        return new Guard(identifiers, switched, versions, Set.copyOf(groups));
    }

    /** Everything in the text that should not leave as it is: identifiers and broken rules, in the order of the text. */
    public Report check(String text, Context context) {
        var folded = FoldedText.of(text);
        return check(folded, Tokens.of(folded), context);
    }

    private Report check(FoldedText folded, Tokens tokens, Context context) {
        String text = folded.original();
        var found = new ArrayList<>(identifiers.get().find(folded, tokens, context));
        var people = List.copyOf(found);
        for (var broken : rules.get().find(folded, context)) {
            if (!saidAlready(broken, people) && !identifiers.get().isPublicNumber(text, broken, context))
                found.add(broken);
        }
        found.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::severity));
        return new Report(List.copyOf(found), versions);
    }

    /** Only what points at a person. */
    public Report identifiers(String text, Context context) {
        var folded = FoldedText.of(text);
        return new Report(identifiers.get().find(folded, Tokens.of(folded), context), versions);
    }

    /** Only which rules the text breaks. */
    public Report rules(String text, Context context) {
        return new Report(rules.get().find(FoldedText.of(text), context), versions);
    }

    /** Whether a draft reply to an incoming message gives away that somebody is or was in care. */
    public ReplyReport checkReply(String incoming, String draft, Context context) {
        var folded = FoldedText.of(draft);
        var tokens = Tokens.of(folded);
        var found = check(folded, tokens, context).findings();
        return replies.get().judge(incoming, folded, tokens, found, versions);
    }

    /** How hard the text is to read. Language is "en" or "hi". */
    public Readability readability(String text, String language) {
        var folded = FoldedText.of(text);
        return reader.get().read(folded, Tokens.of(folded), language);
    }

    /** Identifiers, rules, the reply's risk and how hard it reads, in one go: the draft is folded and split once. */
    public Everything checkEverything(String incoming, String draft, String language, Context context) {
        var folded = FoldedText.of(draft);
        var tokens = Tokens.of(folded);
        var found = check(folded, tokens, context).findings();
        return new Everything(
                replies.get().judge(incoming, folded, tokens, found, versions),
                reader.get().read(folded, tokens, language));
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
            broken.addAll(rules.get().find(folded, Context.of(jurisdiction, "inbox", LocalDate.EPOCH)));
        }
        var people = identifiers.get().find(folded, tokens, Context.of(Jurisdiction.IN, "inbox", LocalDate.EPOCH));
        return desk.get().sort(folded, tokens, broken, people);
    }

    /** The packs in use, for showing their rules. */
    public List<Pack> packs() {
        return rules.get().packs();
    }

    /** Name and version of every pack in use, like {@code us 2026-11-22}. */
    public Set<String> packVersions() {
        var named = new TreeSet<String>();
        versions.forEach((pack, version) -> named.add(pack + " " + version));
        return named;
    }

    Map<String, String> versions() {
        return versions;
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
