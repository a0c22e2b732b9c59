package org.hearten.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keys the keys folder
 * @param heads where exported heads are kept: best a folder that another machine holds. Unset, beside the keys folder
 */
@ConfigurationProperties("hearten")
record AuditSettings(
        Path keys, @Nullable Path heads, @DefaultValue Audit audit) {

    /**
     * @param sealEvery how long an entry may stand unsealed
     * @param exportHeadsEvery how long the head of a chain may stay inside the machine
     * @param mailHeadsTo who gets the heads by mail as well; unset, nobody does
     * @param mailHeadsFrom the sender those mails name
     * @param mailHeadsEvery how long a head may go without being mailed
     */
    record Audit(
            @DefaultValue("1s") Duration sealEvery,
            @DefaultValue("1h") Duration exportHeadsEvery,
            @Nullable String mailHeadsTo,
            @DefaultValue("hearten@localhost") String mailHeadsFrom,
            @DefaultValue("1d") Duration mailHeadsEvery) {}

    /** {@code data-keys} has {@code data-heads} beside it. */
    Path headsFolder() {
        if (heads != null) {
            return heads;
        } else {
            var folder = keys.toAbsolutePath().normalize();
            var name = folder.getFileName().toString();
            return folder.resolveSibling(name.contains("keys") ? name.replace("keys", "heads") : name + "-heads");
        }
    }
}
