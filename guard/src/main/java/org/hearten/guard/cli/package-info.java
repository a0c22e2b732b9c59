/** {@code bin/guard}: the library for anyone's pipelines, one JSON object a line in and out. */
@NullMarked
package org.hearten.guard.cli;

import org.jspecify.annotations.NullMarked;
