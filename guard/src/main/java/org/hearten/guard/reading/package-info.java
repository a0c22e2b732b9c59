/** Measures how hard a text is to read and offers plainer words. */
@NullMarked
package org.hearten.guard.reading;

import org.jspecify.annotations.NullMarked;
