/**
 * Finds what could harm a patient in a text, says why, and offers what to write instead.
 *
 * <p>A plain library: no Spring, no network, nothing written to disk.
 */
@NullMarked
package org.hearten.guard;

import org.jspecify.annotations.NullMarked;
