package org.hearten;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

// Two rooms may each have a SignIn: a bean is named by its whole class name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Hearten",
        sharedModules = {"tenancy", "keys", "web", "database", "audit", "facilities", "people", "clearance"})
public class HeartenApplication {
    public static void main(String[] options) {
        SpringApplication.run(HeartenApplication.class, options);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
