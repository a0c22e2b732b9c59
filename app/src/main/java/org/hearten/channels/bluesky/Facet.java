package org.hearten.channels.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearten.channels.TextRules;

/** A stretch of text that does something. The network counts its borders in bytes of UTF-8, not in characters. */
record Facet(int byteStart, int byteEnd, Feature feature) {
    sealed interface Feature {
        record Link(String address) implements Feature {}

        /** A mention's account is not known yet: the network must be asked who bears the handle. */
        record Mention(String handle) implements Feature {}

        record Tag(String word) implements Feature {}
    }

    private static final int MAX_TAG_GRAPHEMES = 64;
    private static final int MAX_TAG_BYTES = 640;

    private static final Pattern LINK =
            Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s<>\"“”‘’«»।]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile(
            "(?<![^\\s(\\[])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)",
            Pattern.CASE_INSENSITIVE);
    // Joiners (U+200C, U+200D) stand inside Hindi words and belong to the tag.
    private static final Pattern TAG = Pattern.compile("(?<![^\\s(\\[])[#＃]([\\p{L}\\p{M}\\p{N}_\\u200C\\u200D]+)");
    private static final Pattern ONLY_DIGITS = Pattern.compile("\\p{N}+");

    /** What the writer plainly meant, in the order it stands in the text; a tag inside a link is the link's. */
    static List<Facet> in(String text) {
        var found = new ArrayList<Facet>();
        for (var link = LINK.matcher(text); link.find(); ) {
            var address = withoutTrailingPunctuation(link.group());
            found.add(at(text, link.start(), link.start() + address.length(), new Feature.Link(address)));
        }
        for (var mention = MENTION.matcher(text); mention.find(); ) {
            addUnlessInside(found, whole(text, mention, new Feature.Mention(mention.group(1))));
        }
        for (var tag = TAG.matcher(text); tag.find(); ) {
            if (isTag(tag.group(1))) addUnlessInside(found, whole(text, tag, new Feature.Tag(tag.group(1))));
        }
        found.sort(Comparator.comparingInt(Facet::byteStart));
        return found;
    }

    private static boolean isTag(String word) {
        return !ONLY_DIGITS.matcher(word).matches()
                && TextRules.graphemes(word) <= MAX_TAG_GRAPHEMES
                && TextRules.bytes(word) <= MAX_TAG_BYTES;
    }

    /** A full stop ends the sentence, not the address; a bracket belongs to the address only if it opened there. */
    private static String withoutTrailingPunctuation(String address) {
        var end = address.length();
        while (end > 0 && isTrailing(address.substring(0, end))) end--;
        return address.substring(0, end);
    }

    private static boolean isTrailing(String address) {
        var last = address.charAt(address.length() - 1);
        return switch (last) {
            case '.', ',', ';', ':', '!', '?', '\'', '*', '…' -> true;
            case ')' -> count(address, '(') < count(address, ')');
            case ']' -> count(address, '[') < count(address, ']');
            default -> false;
        };
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private static void addUnlessInside(List<Facet> found, Facet facet) {
        var inside =
                found.stream().anyMatch(other -> facet.byteStart < other.byteEnd && other.byteStart < facet.byteEnd);
        if (!inside) found.add(facet);
    }

    private static Facet whole(String text, Matcher match, Feature feature) {
        return at(text, match.start(), match.end(), feature);
    }

    private static Facet at(String text, int start, int end, Feature feature) {
        var byteStart = text.substring(0, start).getBytes(UTF_8).length;
        return new Facet(byteStart, byteStart + text.substring(start, end).getBytes(UTF_8).length, feature);
    }
}
