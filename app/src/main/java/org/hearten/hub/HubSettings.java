package org.hearten.hub;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * @param triesPerVisitor comments, or deletion codes, that one address may send within {@code window}
 * @param placeKept how long a facility's name and colour are remembered between two looks at the database
 */
@ConfigurationProperties("hearten.hub")
record HubSettings(
        @DefaultValue("5") int triesPerVisitor,
        @DefaultValue("10m") Duration window,
        @DefaultValue("10s") Duration placeKept) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(HubSettings.class)
    static class Enabled {}
}
