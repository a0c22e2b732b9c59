package org.hearten.guard.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearten.guard.text.JsonText;

/** Labelled posts, one JSON object a line; offsets are UTF-16 units. */
public final class GoldPosts {
    private GoldPosts() {}

    /** A stretch of the post and what it is. */
    public record Span(int start, int end, String label, String type) {}

    /** A post, its labelled spans and the template it was made from, if it was made. */
    public record Post(String id, String text, List<Span> spans, String template) {}

    public static List<Post> read(Path file) throws IOException {
        var posts = new ArrayList<Post>();
        try (var lines = Files.lines(file)) {
            for (var line : lines.filter(one -> !one.isBlank()).toList()) {
                if (JsonText.read(line) instanceof Map<?, ?> object) {
                    var spans = new ArrayList<Span>();
                    if (object.get("spans") instanceof List<?> list) {
                        for (var one : list) {
                            if (one instanceof Map<?, ?> span) {
                                spans.add(new Span(
                                        number(span, "start"),
                                        number(span, "end"),
                                        String.valueOf(span.get("label")),
                                        String.valueOf(span.get("type"))));
                            }
                        }
                    }
                    posts.add(new Post(
                            String.valueOf(object.get("id")),
                            String.valueOf(object.get("text")),
                            spans,
                            String.valueOf(object.get("template"))));
                }
            }
        }
        return posts;
    }

    private static int number(Map<?, ?> object, String name) {
        return object.get(name) instanceof Double value ? value.intValue() : 0;
    }
}
