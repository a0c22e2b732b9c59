package org.hearten.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hearten.tenancy.OrganisationId;

/**
 * How far a chain reached when its end left the machine.
 *
 * @param position of the last link, which is also how many entries the chain holds
 */
public record Head(OrganisationId organisation, long position, String mac, Instant at) {

    /** What is signed. */
    String line() {
        return at + " " + organisation.value() + " " + position + " " + mac;
    }

    static Optional<Head> parse(String line) {
        var words = line.split(" ");
        try {
            return words.length < 4
                    ? Optional.empty()
                    : Optional.of(new Head(
                            new OrganisationId(UUID.fromString(words[1])),
                            Long.parseLong(words[2]),
                            HexFormat.of().formatHex(HexFormat.of().parseHex(words[3])),
                            Instant.parse(words[0])));
        } catch (IllegalArgumentException | java.time.DateTimeException notAHead) {
            return Optional.empty();
        }
    }
}
