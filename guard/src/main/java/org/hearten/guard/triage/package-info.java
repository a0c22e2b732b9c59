/** Sorts what comes in, so that what is urgent is read first. A person still reads everything. */
@NullMarked
package org.hearten.guard.triage;

import org.jspecify.annotations.NullMarked;
