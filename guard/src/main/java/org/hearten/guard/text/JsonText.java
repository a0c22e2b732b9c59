package org.hearten.guard.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Just enough JSON for one object a line: objects, lists, strings, numbers, true, false and null. */
public final class JsonText {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /** Throws IllegalArgumentException that says what is wrong and at which character. */
    public static @Nullable Object read(String text) {
        var json = new JsonText(text);
        var value = json.value();
        json.skipSpace();
        if (json.at < text.length()) throw json.wrong("something follows the value");
        return value;
    }

    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private @Nullable Object value() {
        skipSpace();
        if (at >= text.length()) throw wrong("the line ends too early");
        if (++depth > DEEPEST) throw wrong("it is nested too deeply");
        char c = text.charAt(at);
        Object value = switch (c) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        at++;
        skipSpace();
        if (peek('}')) return object;
        while (true) {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '"') throw wrong("a name in quotes was expected");
            String name = string();
            skipSpace();
            if (!peek(':')) throw wrong("a colon was expected");
            object.put(name, value());
            skipSpace();
            if (peek('}')) return object;
            if (!peek(',')) throw wrong("a comma or } was expected");
        }
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        at++;
        skipSpace();
        if (peek(']')) return list;
        while (true) {
            list.add(value());
            skipSpace();
            if (peek(']')) return list;
            if (!peek(',')) throw wrong("a comma or ] was expected");
        }
    }

    private String string() {
        var string = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) throw wrong("a string is not closed");
            char c = text.charAt(at++);
            if (c == '"') return string.toString();
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        if (at >= text.length()) throw wrong("a string is not closed");
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> c;
            case 'u' -> {
                if (at + 4 > text.length()) throw wrong("\\u needs four digits");
                try {
                    char escaped = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                    yield escaped;
                } catch (NumberFormatException broken) {
                    throw wrong("\\u needs four digits");
                }
            }
            default -> throw wrong("there is no escape \\" + c);
        };
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException broken) {
            throw wrong("a value was expected");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) throw wrong("a value was expected");
        at += word.length();
        return value;
    }

    private boolean peek(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') at++;
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(problem + ", at character " + (at + 1));
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String string -> writeString(string, out);
            case Map<?, ?> object -> {
                char before = '{';
                for (var entry : object.entrySet()) {
                    out.append(before);
                    writeString(String.valueOf(entry.getKey()), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    before = ',';
                }
                out.append(before == '{' ? "{}" : "}");
            }
            case List<?> list -> {
                char before = '[';
                for (var one : list) {
                    out.append(before);
                    write(one, out);
                    before = ',';
                }
                out.append(before == '[' ? "[]" : "]");
            }
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> out.append(number.longValue());
            default -> out.append(value);
        }
    }

    private static void writeString(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean lone = Character.isSurrogate(c)
                            && !(Character.isHighSurrogate(c)
                                    && i + 1 < string.length()
                                    && Character.isLowSurrogate(string.charAt(i + 1)))
                            && !(Character.isLowSurrogate(c)
                                    && i > 0
                                    && Character.isHighSurrogate(string.charAt(i - 1)));
                    if (c < ' ' || lone) out.append(String.format("\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
