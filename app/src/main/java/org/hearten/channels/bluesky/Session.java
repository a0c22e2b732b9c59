package org.hearten.channels.bluesky;

import java.net.URI;

/**
 * What lets us act for an account. {@code server} gives and renews sessions; {@code pds} holds the account's repository
 * and is often another machine. The app password is kept (sealed) so that a renewal lost in a crash can be made good.
 */
record Session(
        URI server, URI pds, String did, String handle, String accessToken, String refreshToken, String appPassword) {
    Session {
        if (did.isBlank() || accessToken.isBlank() || refreshToken.isBlank() || appPassword.isBlank()) {
            throw new IllegalArgumentException("A session is never kept with an empty token");
        }
    }

    /** Names the account only: a session may end up in a log or an error. */
    @Override
    public String toString() {
        return "Session[" + did + "]";
    }
}
