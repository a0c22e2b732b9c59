package org.hearten.publishing;

/** The icon and the colour beside the word. Colour is never alone. */
public final class StateLook {
    private StateLook() {}

    public static String icon(DeliveryState state) {
        return switch (state) {
            case PLANNED -> "calendar-clock";
            case SENDING -> "send";
            case SENT -> "circle-check";
            case RETRY -> "refresh-cw";
            case RATE_LIMITED -> "hourglass";
            case REFUSED -> "circle-x";
            case DISCONNECTED -> "unlink";
            case UNKNOWN -> "circle-help";
            case HELD -> "circle-pause";
            case CANCELLED -> "calendar-x";
            case REMOVING -> "trash-2";
            case REMOVED -> "shield-check";
        };
    }

    public static String tone(DeliveryState state) {
        return switch (state) {
            case PLANNED, SENDING -> "is-brand";
            case SENT, REMOVED -> "is-ok";
            case RETRY, RATE_LIMITED, HELD, UNKNOWN, REMOVING -> "is-warn";
            case REFUSED, DISCONNECTED -> "is-block";
            case CANCELLED -> "is-info";
        };
    }

    public static String icon(Step step) {
        return switch (step) {
            case PLANNED -> "calendar-clock";
            case CLAIMED -> "send";
            case SENT, FOUND, PERSON_SAID_PRESENT -> "circle-check";
            case RETRY, RECONNECTED, LOOK_ASKED -> "refresh-cw";
            case RATE_LIMITED -> "hourglass";
            case REFUSED, GAVE_UP, REMOVAL_REFUSED -> "circle-x";
            case DISCONNECTED -> "unlink";
            case UNKNOWN, CANNOT_TELL, PERSON_ASKED -> "circle-help";
            case HELD -> "circle-pause";
            case ABSENT, PERSON_SAID_ABSENT -> "eye-off";
            case CANCELLED -> "calendar-x";
            case UNWANTED, TAKE_DOWN_ASKED, REMOVAL_LATER -> "trash-2";
            case PROVEN_ABSENT -> "shield-check";
            case STOOD_AGAIN, FAULT -> "triangle-alert";
            case LATE -> "clock-alert";
        };
    }

    public static String tone(Step step) {
        return switch (step) {
            case SENT, FOUND, PROVEN_ABSENT, PERSON_SAID_PRESENT -> "is-ok";
            case PLANNED, CLAIMED, RECONNECTED, LOOK_ASKED, CANCELLED -> "is-brand";
            case RETRY,
                    RATE_LIMITED,
                    UNKNOWN,
                    CANNOT_TELL,
                    HELD,
                    ABSENT,
                    PERSON_ASKED,
                    PERSON_SAID_ABSENT,
                    UNWANTED,
                    TAKE_DOWN_ASKED,
                    REMOVAL_LATER -> "is-warn";
            case REFUSED, DISCONNECTED, GAVE_UP, REMOVAL_REFUSED, STOOD_AGAIN, FAULT, LATE -> "is-block";
        };
    }
}
