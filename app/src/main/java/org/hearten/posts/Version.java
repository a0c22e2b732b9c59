package org.hearten.posts;

import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * A post as one network will show it.
 *
 * @param account null: the facility's account on that network
 * @param text what will be shown there
 * @param own false while the text follows the post's main text
 * @param setAside words of its own that were put away, so that they can be taken up again; nobody is shown them
 */
public record Version(Network network, @Nullable AccountId account, String text, boolean own, String setAside) {
    public Version(Network network, @Nullable AccountId account, String text, boolean own) {
        this(network, account, text, own, "");
    }

    public static Version same(Network network) {
        return new Version(network, null, "", false);
    }

    public static Version own(Network network, String text) {
        return new Version(network, null, text, true);
    }

    Version saying(String main) {
        return own ? this : new Version(network, account, main, false, setAside);
    }
}
