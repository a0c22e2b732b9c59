package org.hearten.inbox;

import java.time.Instant;
import java.util.UUID;

/** What one colleague tells the others about a conversation. It never leaves the house. */
public record Note(UUID id, UUID writtenBy, Instant writtenAt, String text) {}
