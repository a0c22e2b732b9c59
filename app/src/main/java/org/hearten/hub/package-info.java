/**
 * The facility's own public place: posts, feeds and comments at {@code /hub/<facility>}, in English and Hindi.
 *
 * <p>To the rest of Hearten it is one more network: {@code HubChannel} puts a post here under the key its delivery
 * chose, and hands over what visitors write. A page sets no cookie, loads nothing from elsewhere and works without
 * script. A visitor is nobody: no account, no address kept. A comment is held until a member of staff shows it
 * ({@link org.hearten.hub.Comments}), and its writer can take it back with a code.
 */
@ApplicationModule(
        displayName = "Hub",
        allowedDependencies = {"channels", "checks"})
@NullMarked
package org.hearten.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
