package org.hearten.audit;

import java.time.Instant;
import java.util.List;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier found in one organisation's chain.
 *
 * @param sound how many entries from the first on are as they were sealed
 * @param sealed how many links the chain has
 * @param lastAt when the last sound entry was recorded
 * @param lastHead the last head that left the machine; a cut is certain to be found up to there only
 * @param waiting entries that are not sealed yet
 * @param forgedHeadLines lines in the file of heads that Hearten did not sign
 */
public record ChainReport(
        OrganisationId organisation,
        @Nullable ChainFault fault,
        long sound,
        long sealed,
        @Nullable Instant lastAt,
        @Nullable Head lastHead,
        long waiting,
        List<Integer> forgedHeadLines) {

    public boolean whole() {
        return fault == null;
    }

    /** Sealed entries after the last exported head: a change is found among them too, a cut tail is not. */
    public long afterHead() {
        return lastHead == null ? sealed : Math.max(0, sealed - lastHead.position());
    }

    /** For the command line. */
    public String sentence() {
        var verdict = fault == null
                ? "The record is whole: %d entries, each as it was sealed.".formatted(sealed)
                : fault.sentence() + " Entries 1 to %d before it are whole.".formatted(sound);
        var head = lastHead == null
                ? " No head has left the machine yet."
                : " The last head left the machine at %s with %d entries; %d sealed since, where only a cut tail would not be found."
                        .formatted(lastHead.at(), lastHead.position(), afterHead());
        var rest = waiting == 0
                ? ""
                : waiting == 1 ? " 1 entry waits for its seal." : " %d entries wait for their seal.".formatted(waiting);
        var forged = forgedHeadLines.isEmpty()
                ? ""
                : " The file of heads holds lines Hearten did not sign: %s.".formatted(forgedHeadLines);
        return verdict + head + rest + forged;
    }
}
