package org.hearten.publishing;

import org.hearten.channels.Outgoing;

/** Something to do on a network for a delivery that this worker has claimed. */
sealed interface Errand {
    DeliveryRow row();

    record Send(DeliveryRow row, Outgoing what) implements Errand {}

    /** Whether it stands there. */
    record Look(DeliveryRow row) implements Errand {}

    /** Take it away and prove it. */
    record Remove(DeliveryRow row) implements Errand {}

    /** Whether it is still absent. */
    record Check(DeliveryRow row) implements Errand {}

    /** It could not leave for too long: nothing to do on the network. */
    record GiveUp(DeliveryRow row) implements Errand {}
}
