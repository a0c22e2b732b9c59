package org.hearten.demo;

import java.util.List;
import org.hearten.people.People;
import org.hearten.start.CannotStart;
import org.hearten.start.StartNotes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says how to sign in to the demo, and refuses to show a Hearten with demo accounts to anyone but this machine. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoStaysLocal implements ApplicationRunner, StartNotes {
    private static final String SOMEBODY = "meera" + NarmadaHealthNetwork.MAIL;

    private final People people;
    private final String publicUrl;

    DemoStaysLocal(People people, @Value("${hearten.public-url:}") String publicUrl) {
        this.people = people;
        this.publicUrl = publicUrl;
    }

    @Override
    public void run(ApplicationArguments options) {
        if (!publicUrl.isEmpty() && people.signsInHere(SOMEBODY)) {
            throw new CannotStart(
                    "This data folder holds the demo, whose passwords are known to everyone, so it is"
                            + " shown on this machine only. Use a new folder with --data and --empty, or leave out --public-url.");
        }
    }

    @Override
    public List<String> lines() {
        return people.signsInHere(SOMEBODY)
                ? List.of(
                        "Demo: Narmada Health Network. Everyone's password is " + NarmadaHealthNetwork.PASSWORD,
                        "  meera" + NarmadaHealthNetwork.MAIL + "  writes",
                        "  anand" + NarmadaHealthNetwork.MAIL + "  reviews clinically",
                        "  farah" + NarmadaHealthNetwork.MAIL + "  is the compliance officer and auditor",
                        "  kabir" + NarmadaHealthNetwork.MAIL + "  answers and publishes",
                        "  nadia" + NarmadaHealthNetwork.MAIL + "  administers",
                        "Public pages: /hub/narmada-bhopal. Nothing is mailed: a demo has no mail server.")
                : List.of();
    }
}
