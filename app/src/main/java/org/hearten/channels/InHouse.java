package org.hearten.channels;

import java.util.List;

/**
 * A network that lives in our own database. What is published there stands exactly when the caller's transaction commits,
 * so there is never a doubt to settle, and many can be published at once.
 */
public interface InHouse extends Channel {
    record Publication(SendKey key, Outgoing what) {}

    /**
     * In the caller's transaction.
     *
     * @return one answer for each, in the same order
     */
    List<SendResult> publish(List<Publication> publications);
}
