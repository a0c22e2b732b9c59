/**
 * Says whether a public reply confirms, denies or adds to what is known about somebody's care.
 *
 * <p>The core rule: in one sentence, somebody addressed (you, aap, a name, a relative) meets a care event, a condition,
 * a bill or a record, and the sentence is not general policy, an offer or advice to all. The classes R1 to R14 name
 * what was given away.
 */
@NullMarked
package org.hearten.guard.reply;

import org.jspecify.annotations.NullMarked;
