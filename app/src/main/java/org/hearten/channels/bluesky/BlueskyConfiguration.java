package org.hearten.channels.bluesky;

import java.time.Clock;
import org.hearten.web.OutgoingHttp;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlueskySettings.class)
class BlueskyConfiguration {
    @Bean
    Xrpc xrpc(OutgoingHttp http, ServerAddresses addresses, JsonMapper json, Clock clock) {
        return new Xrpc(http, addresses, json, clock);
    }
}
