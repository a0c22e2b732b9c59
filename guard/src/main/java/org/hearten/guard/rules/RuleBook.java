package org.hearten.guard.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hearten.guard.Context;
import org.hearten.guard.Finding;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.LiteralScan;

/** All rules of some packs, ready to be asked. */
public final class RuleBook {
    private static final int MOST_SETTINGS = 200;

    private final List<Pack> packs;
    private final Set<String> groupsOn;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> everywhere = new ArrayList<>(); // entries without a literal to wait for
    private final int[][] waiting; // entries by literal
    private final LiteralScan scan;
    private final Map<String, String> versions;
    private final Map<Setting, boolean[]> allowed = new ConcurrentHashMap<>();

    /** What decides which entries may run. */
    private record Setting(Jurisdiction jurisdiction, String channel, Set<String> verified) {}

    private record Entry(Pack pack, Rule rule, int pattern) {}

    private record Broken(Pack pack, Rule rule, Rule.Hit hit) {
        boolean isSame(Broken other) {
            return rule.id().equals(other.rule.id()) && hit.equals(other.hit);
        }
    }

    /** @param groupsOn names of groups in abeyance that a compliance officer switched on */
    public RuleBook(List<Pack> packs, Set<String> groupsOn) {
        this.packs = List.copyOf(packs);
        this.groupsOn = Set.copyOf(groupsOn);
        var literals = new ArrayList<String>();
        var byLiteral = new HashMap<String, List<Integer>>();
        for (var pack : packs) {
            for (var rule : pack.rules()) {
                for (int pattern = 0; pattern < rule.patterns().size(); pattern++) {
                    int entry = entries.size();
                    entries.add(new Entry(pack, rule, pattern));
                    var needed = rule.patterns().get(pattern).literals();
                    if (needed.isEmpty() || rule.asWritten()) everywhere.add(entry);
                    else {
                        for (var literal : needed) {
                            byLiteral
                                    .computeIfAbsent(literal, key -> {
                                        literals.add(key);
                                        return new ArrayList<>();
                                    })
                                    .add(entry);
                        }
                    }
                }
            }
        }
        waiting = new int[literals.size()][];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = byLiteral.getOrDefault(literals.get(i), List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        scan = new LiteralScan(literals);
        var names = new HashMap<String, String>();
        packs.forEach(pack -> names.put(pack.name(), pack.version()));
        versions = Map.copyOf(names);
    }

    public List<Pack> packs() {
        return packs;
    }

    public Map<String, String> versions() {
        return versions;
    }

    /** Every rule that the text breaks in this context, one finding for a rule and sentence. */
    public List<Finding> find(FoldedText text, Context context) {
        var allowed = allowed(context);
        var sentences = Units.sentences(text.text());
        var broken = new ArrayList<Broken>();
        var lastUnit = new int[entries.size()];
        scan.scan(text.lower(), (literal, end) -> {
            for (int index : waiting[literal]) {
                if (!allowed[index]) continue;
                var entry = entries.get(index);
                int last = sentences.at(end - 1);
                if (entry.rule.wholeText()) {
                    if (lastUnit[index] == 0) {
                        lastUnit[index] = 1;
                        look(entry, Units.whole(text.text()), -1, text, broken);
                    }
                } else {
                    // overlapping pieces of a very long sentence: the literal may stand in two of them
                    for (int unit = Math.max(0, last - 1); unit <= last; unit++) {
                        if (sentences.end(unit) >= end && lastUnit[index] < unit + 1) {
                            lastUnit[index] = unit + 1;
                            look(entry, sentences, unit, text, broken);
                        }
                    }
                }
            }
        });
        for (int index : everywhere) {
            if (!allowed[index]) continue;
            var entry = entries.get(index);
            var units = entry.rule.asWritten()
                    ? Units.whole(text.original())
                    : entry.rule.wholeText() ? Units.whole(text.text()) : sentences;
            look(entry, units, -1, text, broken);
        }
        var findings = new ArrayList<Finding>();
        broken.sort(Comparator.comparingInt((Broken one) -> one.hit.start())
                .thenComparing(one -> one.rule.id())
                .thenComparingInt(one -> one.hit.end()));
        for (int i = 0; i < broken.size(); i++) {
            var one = broken.get(i);
            boolean again =
                    i > 0 && one.isSame(broken.get(i - 1)); // by another pattern, or the next piece of a sentence
            if (!again) findings.add(finding(one.pack, one.rule, one.hit, text, context));
        }
        findings.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::rule));
        return findings;
    }

    private void look(Entry entry, Units units, int only, FoldedText text, List<Broken> broken) {
        var rule = entry.rule;
        var spots = rule.asWritten() ? text.originalSpots() : text.spots();
        int from = only < 0 ? 0 : only;
        int to = only < 0 ? units.count() : only + 1;
        for (int unit = from; unit < to; unit++) {
            var hit = rule.firstHit(spots, units.start(unit), units.end(unit), entry.pattern);
            if (hit != null) {
                var one = new Broken(entry.pack, rule, hit);
                broken.add(one);
            }
        }
    }

    private boolean[] allowed(Context context) {
        var setting = new Setting(context.jurisdiction(), context.channel(), context.verified());
        var known = allowed.get(setting);
        if (known != null) return known;
        var flags = flags(context);
        var fresh = new boolean[entries.size()];
        for (int i = 0; i < fresh.length; i++) {
            var entry = entries.get(i);
            fresh[i] = belongs(entry, context) && entry.rule.mayRun(context.channel(), flags, groupsOn);
        }
        if (allowed.size() < MOST_SETTINGS) allowed.put(setting, fresh);
        return fresh;
    }

    private static boolean belongs(Entry entry, Context context) {
        String here = region(context.jurisdiction());
        String home = entry.pack.name();
        boolean foreign = (home.equals("us") || home.equals("in")) && !home.equals(here);
        return !foreign || entry.rule.alsoIn().contains(here);
    }

    private static Set<String> flags(Context context) {
        var flags = new HashSet<>(context.verified());
        flags.add("region_" + region(context.jurisdiction()));
        if (context.channel().equals("reply")) flags.add("public_reply");
        return flags;
    }

    private static String region(Jurisdiction jurisdiction) {
        return jurisdiction.name().toLowerCase(Locale.ROOT);
    }

    private static Finding finding(Pack pack, Rule rule, Rule.Hit hit, FoldedText text, Context context) {
        int start = rule.asWritten() ? hit.start() : text.originalStart(hit.start());
        int end = rule.asWritten() ? hit.end() : text.originalEnd(hit.end());
        return new Finding(
                rule.id(),
                Label.RULE,
                rule.severity(),
                start,
                end,
                0.9,
                why(pack, rule, context),
                SaidInstead.of(rule.suggestion(), text.original(), start, end),
                rule.suggestion());
    }

    private static Words why(Pack pack, Rule rule, Context context) {
        var from = rule.effectiveFrom();
        boolean foreign = !pack.name().equals(region(context.jurisdiction()))
                && !rule.alsoIn().isEmpty();
        boolean suspended = rule.status() == Rule.Status.ABEYANCE || rule.status() == Rule.Status.PROPOSED;
        if (from != null && from.isAfter(context.on()) && rule.severity() != Severity.INFO) {
            return new Words(
                    rule.why().en() + " (House policy until " + from + ".)",
                    rule.why().hi() + " (" + from + " तक संस्थान की नीति।)");
        }
        return foreign || suspended
                ? new Words(rule.why().en() + " (House policy.)", rule.why().hi() + " (संस्थान की नीति।)")
                : rule.why();
    }
}
