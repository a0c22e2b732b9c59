package org.hearten.auditors;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearten.audit.Entry;
import org.hearten.web.Words;

/** An entry in the reader's words. What has none is shown as it was written: nothing of the record is hidden. */
public final class Said {
    /** Where the words of a detail are kept, by the first part of the action. */
    private static final Map<String, List<String>> KEPT = Map.of(
            "grant", List.of("people.Role."),
            "account", List.of("channels.Network."),
            "approval", List.of("approvals.Step."),
            "post", List.of("posts.Stage.", "auditors.detail."),
            "delivery", List.of("channels.Network.", "auditors.detail.", "publishing.Step.", ""),
            "inbox", List.of("inbox.Reason.", "channels.Network.", "inbox.category.", ""));

    private Said() {}

    public static String actor(Words words, Entry entry) {
        var key = "auditors.actor." + entry.actor();
        return words.has(key) ? words.of(key) : entry.actor();
    }

    public static String action(Words words, String action) {
        var key = "auditors.action." + action;
        return words.has(key) ? words.of(key) : action;
    }

    public static String object(Words words, String kind) {
        var key = "auditors.kind." + kind;
        return words.has(key) ? words.of(key) : kind;
    }

    /** A detail is made of names of ours, one or several: each is said in words. */
    public static String detail(Words words, Entry entry) {
        var detail = entry.detail();
        if (detail == null) {
            return "";
        } else {
            var kept = KEPT.getOrDefault(entry.action().replaceFirst("\\..*", ""), List.of());
            return Arrays.stream(detail.split(" "))
                    .map(name -> kept.stream()
                            .map(prefix -> prefix + name)
                            .filter(words::has)
                            .findFirst()
                            .map(words::of)
                            .orElse(name))
                    .collect(Collectors.joining(", "));
        }
    }
}
