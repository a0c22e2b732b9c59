package org.hearten.publishing;

import org.hearten.channels.Lookup;
import org.hearten.channels.Removal;
import org.hearten.channels.SendResult;

/** What came of an errand. */
sealed interface Outcome {
    DeliveryRow row();

    record Answered(DeliveryRow row, SendResult result) implements Outcome {}

    /** No request was started: it is unwanted by now, or the lease was too short. */
    record NotBegun(DeliveryRow row) implements Outcome {}

    record Looked(DeliveryRow row, Lookup found) implements Outcome {}

    record TakenAway(DeliveryRow row, Lookup before, Removal removal, Lookup after) implements Outcome {}

    record Checked(DeliveryRow row, Lookup found) implements Outcome {}

    record GivenUp(DeliveryRow row) implements Outcome {}
}
