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
            "picture", List.of("auditors.detail."),
            "account", List.of("channels.Network."),
            "approval", List.of("approvals.Step."),
            "post", List.of("posts.Stage.", "auditors.detail."),
            "delivery", List.of("channels.Network.", "auditors.detail.", "publishing.Step.", ""),
            "inbox", List.of("inbox.Reason.", "channels.Network.", "inbox.category.", ""));

    private static final String SYSTEM = "system:";

    private Said() {}

    public static String actor(Words words, Entry entry) {
        var key = "auditors.actor." + entry.actor();
        return words.has(key) ? words.of(key) : entry.actor();
    }

    /** Which part of Hearten did it, where no person stood behind it. */
    public static String room(Words words, Entry entry) {
        var room = entry.actor().substring(SYSTEM.length());
        var key = "auditors.system." + room;
        return words.has(key) ? words.of(key) : room;
    }

    public static boolean bySystem(Entry entry) {
        return entry.actor().startsWith(SYSTEM);
    }

    public static String from(Words words, Entry entry) {
        return entry.from().equals("local") ? words.of("auditors.from.local") : entry.from();
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
