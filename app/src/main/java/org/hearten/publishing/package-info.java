/**
 * Sends due posts exactly once, or says why not, and takes them down again with proof.
 *
 * <p>A delivery is one version of a post on one account. A worker claims it, asks every clearance rule in the same
 * transaction, commits, and only then calls the network, under a key that was chosen when the delivery was made. After
 * any doubt the delivery is <em>unknown</em>: the worker looks at the network, and sends again only when the network
 * itself says that nothing is there. What is cancelled while it is on its way is taken away again, and looked for after 1,
 * 10 and 60 minutes.
 *
 * <p>Others see {@link org.hearten.publishing.Deliveries}; posts hear what became of them through the events that
 * {@code posts} declares.
 */
@ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {"posts", "channels", "media", "policies"})
@NullMarked
package org.hearten.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
