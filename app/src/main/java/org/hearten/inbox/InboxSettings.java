package org.hearten.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param listenEvery how often each account's network is asked what is new
 * @param urgent a first reply is promised within this to a message of urgency 1
 * @param soon the same for urgency 2
 * @param today the same for urgency 3
 * @param later the same for urgency 4
 * @param undoWithin an answer leaves only this long after it was written, and can be taken back until then
 * @param lookAfter a sending that has not been heard of for this long is looked for on the network
 */
@ConfigurationProperties("hearten.inbox")
record InboxSettings(
        @DefaultValue("30s") Duration listenEvery,
        @DefaultValue("30m") Duration urgent,
        @DefaultValue("2h") Duration soon,
        @DefaultValue("8h") Duration today,
        @DefaultValue("24h") Duration later,
        @DefaultValue("10s") Duration undoWithin,
        @DefaultValue("2m") Duration lookAfter) {

    Duration promised(int urgency) {
        return switch (urgency) {
            case 1 -> urgent;
            case 2 -> soon;
            case 3 -> today;
            default -> later;
        };
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(InboxSettings.class)
    static class Enabled {}
}
