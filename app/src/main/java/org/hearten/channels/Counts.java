package org.hearten.channels;

public record Counts(long likes, long reposts, long replies, long quotes) {}
