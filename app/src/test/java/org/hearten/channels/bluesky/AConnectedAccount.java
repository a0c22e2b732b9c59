package org.hearten.channels.bluesky;

import java.net.URI;
import java.util.UUID;
import org.hearten.Given;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.springframework.boot.test.context.TestComponent;

/** A Bluesky account whose tokens are known to the test. */
@TestComponent
public class AConnectedAccount {
    private final Given given;
    private final StoredAccounts stored;

    AConnectedAccount(Given given, StoredAccounts stored) {
        this.given = given;
        this.stored = stored;
    }

    public void with(FacilityId facility, PersonId administrator, String token) {
        var server = URI.create("https://pds.example.org");
        var session = new Session(
                server,
                server,
                "did:plc:" + UUID.randomUUID(),
                "bhopal.example.org",
                token + "-access",
                token + "-refresh",
                token + "-password");
        given.run(administrator, () -> stored.connect(facility, session, "Bhopal Hospital"));
    }
}
