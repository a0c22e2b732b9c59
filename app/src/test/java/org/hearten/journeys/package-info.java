/**
 * What each person comes to do, from start to end, in a real browser on a running Hearten: one class per errand, named
 * for it. Every page on the way is looked at: axe-core finds nothing, nothing is wider than the screen, and pictures of
 * it, light and dark, desktop and phone, are kept in {@code app/target/pictures}.
 */
@NullMarked
package org.hearten.journeys;

import org.jspecify.annotations.NullMarked;
