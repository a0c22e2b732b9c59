package org.hearten.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A promise that cannot be kept, told to the person by a message's key. A room's own errors extend it, so that
 * {@link ErrorPages} needs to know none of them. The log sees the key and the status, never the arguments.
 */
public class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String messageKey;
    private final List<@Nullable Object> arguments;

    public Refusal(HttpStatus status, String messageKey, @Nullable Object... arguments) {
        super(status.value() + " " + messageKey);
        this.status = status;
        this.messageKey = messageKey;
        this.arguments = Arrays.asList(arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }

    public String in(Words words) {
        return words.of(messageKey, arguments.toArray());
    }

    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "web.error.404.text");
    }
}
