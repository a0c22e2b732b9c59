/**
 * Holds the keys that keep patient words unreadable in a stolen database.
 *
 * <p>Text is sealed for one organisation and one purpose; a sealed value moved to another row's purpose or another
 * organisation does not open. Look-ups go through keyed hashes. The keys lie in files outside the data folder.
 */
@ApplicationModule(displayName = "Keys", allowedDependencies = "tenancy")
@NullMarked
package org.hearten.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
