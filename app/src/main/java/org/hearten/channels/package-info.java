/**
 * The contract with a network, and the accounts a facility speaks through.
 *
 * <p>A {@link org.hearten.channels.Channel} knows one network: how to put a post there under a key chosen beforehand,
 * how to look whether that key stands there, how to take it away, what it counts and what people answered. Every answer
 * is a type, so whoever sends cannot forget that a network may be slow, silent or offended. After any doubt the answer
 * is <em>unknown</em>, and the next step is to look, never to send again.
 *
 * <p>Others find a channel through {@link org.hearten.channels.Channels} and a facility's accounts through
 * {@link org.hearten.channels.Accounts}. Each network lives in a sub-package of its own and keeps its own secrets there;
 * nothing outside it can read them.
 */
@ApplicationModule(
        displayName = "Channels",
        allowedDependencies = {})
@NullMarked
package org.hearten.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
