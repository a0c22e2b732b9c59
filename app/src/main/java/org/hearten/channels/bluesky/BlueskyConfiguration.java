package org.hearten.channels.bluesky;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlueskySettings.class)
class BlueskyConfiguration {
    @Bean
    Xrpc xrpc(JsonMapper json, Clock clock) {
        return new Xrpc(json, clock);
    }
}
