package org.hearten.operations;

import java.util.ArrayList;
import org.hearten.channels.Accounts;
import org.hearten.facilities.Facilities;
import org.hearten.policies.Pauses;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The few parts of Hearten that a command needs: no pages, no workers, no migrations. */
final class Tools {
    private static final String[] SETTINGS = {
        "--spring.flyway.enabled=false",
        "--spring.modulith.runtime.flyway-enabled=false",
        "--db-scheduler.enabled=false",
        "--spring.datasource.hikari.minimum-idle=1",
        "--spring.datasource.hikari.maximum-pool-size=4",
        "--logging.level.root=warn",
        "--spring.autoconfigure.exclude="
                + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration,"
                + "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration,"
                + "org.springframework.modulith.events.config.EventPublicationAutoConfiguration,"
                + "org.springframework.modulith.events.config.EventExternalizationAutoConfiguration,"
                + "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
    };

    private Tools() {}

    static ConfigurableApplicationContext open(Command command) {
        var settings = new ArrayList<>(java.util.List.of(SETTINGS));
        if (!command.ownDatabase()) {
            RunningDatabase.addresses(command.data(), command.keys())
                    .forEach((name, value) -> settings.add("--" + name + "=" + value));
        }
        command.options().forEach((name, value) -> settings.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    /** No {@code @Configuration}: the whole of Hearten, which looks for those, must not find this one. */
    @EnableAutoConfiguration
    @ComponentScan({"org.hearten.tenancy", "org.hearten.keys", "org.hearten.audit"})
    @Import({Facilities.class, Accounts.class, Pauses.class})
    static class Parts {}
}
