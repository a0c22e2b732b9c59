package org.hearten.guard;

/** What stands in a masked text where an identifier stood. */
final class Mask {
    private Mask() {}

    static String of(Label label) {
        return switch (label) {
            case PERSON -> "[name]";
            case LOCATION -> "[place]";
            case DATE -> "[date]";
            case AGE -> "[age]";
            case PHONE -> "[phone]";
            case EMAIL -> "[email]";
            case SSN, ID -> "[number]";
            case URL -> "[link]";
            case IP -> "[address]";
            case OTHER, RULE, REPLY -> "[removed]";
        };
    }
}
