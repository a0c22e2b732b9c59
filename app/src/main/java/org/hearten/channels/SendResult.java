package org.hearten.channels;

import java.time.Instant;

/** What came of sending. */
public sealed interface SendResult {
    record Sent(NetworkRef ref) implements SendResult {}

    /** Certainly not there: nothing that could create it was ever sent. Trying again is safe. */
    record RetryLater(String why) implements SendResult {}

    /** Certainly not there, and the network asks us to be quiet until then. */
    record RateLimited(Instant until) implements SendResult {}

    /** The network looked at it and said no, in these words. */
    record Refused(String words) implements SendResult {}

    /** The network no longer accepts the account's credentials. */
    record Disconnected(String words) implements SendResult {}

    /** It may be there or not. Only {@link Channel#find} settles it; sending again first could post twice. */
    record Unknown(String why) implements SendResult {}
}
