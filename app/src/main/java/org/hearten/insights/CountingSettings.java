package org.hearten.insights;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param worker whether this process counts
 * @param poll how often it looks for what is due
 * @param together how many posts one question to a network names
 * @param silence the wait after a network did not answer
 */
@ConfigurationProperties("hearten.insights")
record CountingSettings(
        @DefaultValue("true") boolean worker,
        @DefaultValue("15s") Duration poll,
        @DefaultValue("25") int together,
        @DefaultValue("5m") Duration silence) {}
