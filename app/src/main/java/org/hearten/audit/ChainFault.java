package org.hearten.audit;

import java.time.Instant;
import java.util.UUID;

/** The first thing in a chain that is not as it was sealed. Positions count from 1. */
public sealed interface ChainFault {
    long position();

    /** The entry stands, but not with the words it was sealed with. */
    record Altered(long position, UUID entry) implements ChainFault {}

    /** The entry is as it was; the seal beside it was exchanged. */
    record SealExchanged(long position, UUID entry) implements ChainFault {}

    /** The seal stands, the entry it was made for is gone. */
    record Removed(long position, UUID entry) implements ChainFault {}

    /** Seal and entry are gone, and others stand before and after them. */
    record Missing(long position, long until) implements ChainFault {}

    /** The entry now stands where the entry of another position was sealed. */
    record Moved(long position, UUID entry, long otherPosition, UUID otherEntry) implements ChainFault {}

    /** The chain ends before a head that left the machine. {@code position} is the first that is gone. */
    record TailCut(long position, Head head) implements ChainFault {}

    /** The chain holds together, but is not the one whose head left the machine. */
    record Rewritten(long position, Head head) implements ChainFault {}

    /** For the log and the command line; a page says it in the reader's language. */
    default String sentence() {
        return switch (this) {
            case Altered(var at, var entry) ->
                "Entry %s, number %d, was altered after it was sealed.".formatted(entry, at);
            case SealExchanged(var at, var entry) ->
                "The seal of entry %s, number %d, was exchanged; the entry itself is as it was.".formatted(entry, at);
            case Removed(var at, var entry) -> "Entry %s, number %d, was removed.".formatted(entry, at);
            case Missing(var at, var until) ->
                at == until
                        ? "Entry number %d was removed together with its seal.".formatted(at)
                        : "Entries number %d to %d were removed together with their seals.".formatted(at, until);
            case Moved(var at, var entry, var other, var otherEntry) ->
                "Entries were reordered: at number %d stands entry %s in place of what was sealed there; number %d (entry %s) changed places with it."
                        .formatted(at, entry, other, otherEntry);
            case TailCut(var at, var head) ->
                "The tail was cut: on %s the chain held %d entries; number %d and all after it are gone."
                        .formatted(day(head.at()), head.position(), at);
            case Rewritten(var at, var head) ->
                "The chain was rewritten: number %d is not the entry whose seal left the machine on %s."
                        .formatted(at, day(head.at()));
        };
    }

    private static String day(Instant at) {
        return at.toString();
    }
}
