package org.hearten.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param idle a session ends after this long without a request
 * @param absolute a session ends this long after sign-in, whatever happens
 * @param failuresPerAccount failed sign-ins within {@code window} after which an account waits
 * @param failuresPerAddress failed sign-ins within {@code window} after which an address waits
 */
@ConfigurationProperties("hearten.people")
record SignInSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("15m") Duration window,
        @DefaultValue("5") int failuresPerAccount,
        @DefaultValue("30") int failuresPerAddress) {}
