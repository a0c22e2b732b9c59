/**
 * Finds what points at one person: the identifiers of 45 CFR 164.514(b)(2) and their Indian cousins.
 *
 * <p>One recogniser a class, each with the standard it follows, its context words and its check digit.
 */
@NullMarked
package org.hearten.guard.identifiers;

import org.jspecify.annotations.NullMarked;
