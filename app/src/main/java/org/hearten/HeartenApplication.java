package org.hearten;

import org.hearten.start.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

// Two rooms may each have a SignIn: a bean is named by its whole class name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Hearten",
        sharedModules = {"start", "tenancy", "keys", "web", "database", "audit", "facilities", "people", "clearance"})
public class HeartenApplication {
    public static void main(String[] options) {
        Start.run(HeartenApplication.class, options);
    }
}
