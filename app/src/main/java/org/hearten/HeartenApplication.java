package org.hearten;

import org.hearten.start.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@Modulithic(
        systemName = "Hearten",
        sharedModules = {"start", "tenancy", "keys", "web", "database", "audit", "facilities", "people", "clearance"})
public class HeartenApplication {
    public static void main(String[] options) {
        Start.run(HeartenApplication.class, options);
    }
}
