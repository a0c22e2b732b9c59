package org.hearten.channels.bluesky;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param server offered in the form that connects an account
 * @param web where a post can be read in a browser
 * @param loopbackServers whether a server on this machine may be connected: for tests and demonstrations only
 */
@ConfigurationProperties("hearten.channels.bluesky")
record BlueskySettings(
        @DefaultValue("https://bsky.social") URI server,
        @DefaultValue("https://bsky.app") URI web,
        @DefaultValue("false") boolean loopbackServers) {
    /** By the account's id and not its handle, which may change. */
    String pageOf(String did, String recordKey) {
        return web.resolve("/profile/" + did + "/post/" + recordKey).toString();
    }
}
