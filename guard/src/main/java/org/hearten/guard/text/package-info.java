/** Text as the guard reads it: folded so that no styling hides a word, with a way back to the original places. */
@NullMarked
package org.hearten.guard.text;

import org.jspecify.annotations.NullMarked;
