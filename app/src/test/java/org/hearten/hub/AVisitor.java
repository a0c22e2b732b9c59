package org.hearten.hub;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hearten.Given;
import org.hearten.channels.Account;
import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.channels.Outgoing;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.springframework.boot.test.context.TestComponent;

/** Somebody who writes a comment under a post of the Hub. */
@TestComponent
public class AVisitor {
    private final Given given;
    private final Tenancy tenancy;
    private final HubChannel hub;
    private final Comments comments;
    private final Accounts accounts;
    private final Clock clock;

    AVisitor(Given given, Tenancy tenancy, HubChannel hub, Comments comments, Accounts accounts, Clock clock) {
        this.given = given;
        this.tenancy = tenancy;
        this.hub = hub;
        this.comments = comments;
        this.accounts = accounts;
        this.clock = clock;
    }

    public void writes(FacilityId facility, String name, String text) {
        var account = given.in(facility.organisation(), () -> accounts.of(facility)).stream()
                .filter(each -> each.network() == Network.HUB)
                .map(Account::id)
                .findFirst()
                .orElseThrow();
        var key = hub.mintKey(clock.instant());
        tenancy.as(
                Caller.system(facility.organisation(), "test"),
                () -> hub.send(
                        account,
                        key,
                        new Outgoing("A post", "Words for all.", "en", List.of(), null, facility, UUID.randomUUID())));
        given.in(
                facility.organisation(),
                () -> comments.hold(
                        facility, new PageId(facility.organisation(), UUID.fromString(key.value())), name, text));
    }
}
