package org.hearten.hub;

import org.jspecify.annotations.Nullable;

/** What a visitor typed, and what stands in its way. {@code problem} is a message's key. */
public record CommentForm(
        String name,
        String text,
        @Nullable String problem,
        @Nullable Marked marked) {
    static final CommentForm EMPTY = new CommentForm("", "", null, null);

    static CommentForm of(String name, String text) {
        return new CommentForm(
                clean(name).replace("\n", " ").strip(), clean(text).strip(), null, null);
    }

    CommentForm with(String problemKey) {
        return new CommentForm(name, text, problemKey, marked);
    }

    CommentForm with(Marked found) {
        return new CommentForm(name, text, null, found);
    }

    @Nullable
    String lengthProblem() {
        if (text.isEmpty()) {
            return "hub.comment.problem.empty";
        } else if (characters(text) > Comments.MAX_TEXT_CHARACTERS) {
            return "hub.comment.problem.long";
        } else if (characters(name) > Comments.MAX_NAME_CHARACTERS) {
            return "hub.comment.problem.name";
        } else {
            return null;
        }
    }

    private static int characters(String value) {
        return value.codePointCount(0, value.length());
    }

    /** Without the characters that no keyboard writes: they turn text round or hide it, and a database refuses some. */
    private static String clean(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", "");
    }
}
