package org.hearten.publishing;

/** Where one version stands on its way to one account. Stored by name. */
public enum DeliveryState {
    PLANNED,
    SENDING,
    SENT,
    /** Certainly not there; tried again by itself. */
    RETRY,
    RATE_LIMITED,
    REFUSED,
    /** Waits until a person connects the account again. */
    DISCONNECTED,
    /** May be there or not: settled by looking, never by sending. */
    UNKNOWN,
    /** A clearance rule says no; asked again by itself. */
    HELD,
    CANCELLED,
    REMOVING,
    /** The network itself said that it is absent. */
    REMOVED;

    /** Hearten has nothing more to try: the post can be told what became of it. */
    public boolean settled() {
        return switch (this) {
            case SENT, REFUSED, DISCONNECTED, CANCELLED, REMOVED -> true;
            case PLANNED, SENDING, RETRY, RATE_LIMITED, UNKNOWN, HELD, REMOVING -> false;
        };
    }

    /** Nothing of it is on the network, and none is on its way. */
    boolean waits() {
        return switch (this) {
            case PLANNED, RETRY, RATE_LIMITED, HELD, DISCONNECTED -> true;
            case SENDING, SENT, UNKNOWN, REFUSED, CANCELLED, REMOVING, REMOVED -> false;
        };
    }
}
