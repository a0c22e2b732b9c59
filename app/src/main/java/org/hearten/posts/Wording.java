package org.hearten.posts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hearten.channels.Network;

/**
 * One text and the channels that will show it, to the letter.
 *
 * @param own it was written for these channels alone
 */
public record Wording(List<Network> networks, String text, boolean own) {
    static List<Wording> of(Draft draft) {
        var followers = new ArrayList<Network>();
        var own = new LinkedHashMap<Network, String>();
        for (var version : draft.versions()) {
            if (version.own()) {
                own.put(version.network(), version.text());
            } else {
                followers.add(version.network());
            }
        }
        var wordings = new ArrayList<Wording>();
        if (!followers.isEmpty()) {
            wordings.add(new Wording(List.copyOf(followers), draft.text(), false));
        }
        own.forEach((network, text) -> wordings.add(new Wording(List.of(network), text, true)));
        return wordings;
    }
}
