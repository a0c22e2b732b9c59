package org.hearten.checks;

import org.hearten.guard.Guard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One guard for the whole house: dear to make, cheap to ask. */
@Configuration(proxyBeanMethods = false)
class GuardBean {
    @Bean
    Guard guard() {
        return Guard.withPacks();
    }
}
