package org.hearten.channels.bluesky;

import java.time.Instant;
import org.hearten.channels.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a server said, or that it said nothing. */
sealed interface Answer {
    record Yes(JsonNode body) implements Answer {}

    /**
     * The server answered with an error: its status, its one-word name for it and its sentence.
     *
     * @param quietUntil set when it asks us to wait
     */
    record No(
            int status,
            String error,
            String message,
            @Nullable Instant quietUntil) implements Answer {
        /** The server could not do it, which says nothing about the request; it may even have been done. */
        boolean isServersFault() {
            return status >= 500 || status == 408;
        }

        boolean isAboutTheToken() {
            return status == 401
                    || error.equals("ExpiredToken")
                    || error.equals("InvalidToken")
                    || error.equals("AuthMissing");
        }

        boolean isAboutTheAccount() {
            return error.equals("AccountTakedown")
                    || error.equals("AccountDeactivated")
                    || error.equals("AccountSuspended");
        }

        /** The server looked at the request and will say the same again. */
        boolean isFinal() {
            return quietUntil == null && !isServersFault() && !isAboutTheToken();
        }

        String words() {
            return message.isBlank() ? error : message;
        }
    }

    /** The request never reached the server, so it changed nothing there. */
    record NeverLeft(Trouble trouble) implements Answer {}

    /** The request may have reached the server; its answer did not reach us. */
    record Silence(Trouble trouble) implements Answer {}
}
