package org.hearten.checks;

import java.time.Instant;
import org.hearten.people.PersonId;

/** Why a warning may stay, who said so, and when. */
public record Reason(String words, PersonId by, Instant at) {}
