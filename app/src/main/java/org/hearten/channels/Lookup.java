package org.hearten.channels;

/** Whether a key stands on the network. */
public sealed interface Lookup {
    record Present(NetworkRef ref) implements Lookup {}

    /** The network itself says there is no such record. */
    record Absent() implements Lookup {}

    record CannotTell(String why) implements Lookup {}
}
