package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to tell the person who just did something: beside the changed fragment, or on the page they are sent to. Ask for
 * one as a controller's argument and {@code say} a message's key. Only numbers, instants and enums go with it, never
 * words somebody wrote, because it may travel in a cookie.
 */
public final class Flash {
    private static final String ATTRIBUTE = Flash.class.getName();

    private @Nullable Said said;

    Flash() {}

    /** {@code undo} is the address that takes it back; the toast offers it for 30 seconds. */
    record Said(
            String key,
            List<String> arguments,
            boolean good,
            @Nullable String undo) {
        Frame.Notice in(Words words) {
            var spoken =
                    arguments.stream().map(argument -> spoken(argument, words)).toArray();
            return new Frame.Notice(words.of(key, spoken), good, undo);
        }

        private static Object spoken(String argument, Words words) {
            var value = argument.substring(1);
            return switch (argument.charAt(0)) {
                case 'n' -> Long.parseLong(value);
                case 'i' -> Instant.ofEpochSecond(Long.parseLong(value));
                default -> words.of(value);
            };
        }
    }

    public static Flash of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Flash already) {
            return already;
        } else {
            var fresh = new Flash();
            request.setAttribute(ATTRIBUTE, fresh);
            return fresh;
        }
    }

    public void say(String key, Object... arguments) {
        said = new Said(key, packed(arguments), true, null);
    }

    /** Something did not go as hoped. */
    public void warn(String key, Object... arguments) {
        said = new Said(key, packed(arguments), false, null);
    }

    /** Said with an Undo beside it, which posts to {@code undo}. */
    public void sayWithUndo(String undo, String key, Object... arguments) {
        said = new Said(key, packed(arguments), true, undo);
    }

    @Nullable
    Said said() {
        return said;
    }

    private static List<String> packed(Object... arguments) {
        var packed = new ArrayList<String>();
        for (var argument : arguments) {
            packed.add(
                    switch (argument) {
                        case Integer number -> "n" + number;
                        case Long number -> "n" + number;
                        case Instant at -> "i" + at.getEpochSecond();
                        case Enum<?> value -> "w" + Words.key(value);
                        default ->
                            throw new IllegalArgumentException("A flash carries numbers, instants and enums, not "
                                    + argument.getClass().getSimpleName());
                    });
        }
        return packed;
    }
}
