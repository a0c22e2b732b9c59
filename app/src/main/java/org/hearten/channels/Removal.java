package org.hearten.channels;

/** What came of taking something away. Asking again is always safe. */
public sealed interface Removal {
    record Removed() implements Removal {}

    record AlreadyGone() implements Removal {}

    record RemoveLater(String why) implements Removal {}

    record RemovalRefused(String words) implements Removal {}
}
