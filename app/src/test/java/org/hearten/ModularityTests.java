package org.hearten;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the plan of the house true. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(HeartenApplication.class);
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.hearten");

    @Test
    void rooms_lean_only_on_the_rooms_they_may_and_never_in_a_circle() {
        MODULES.verify();
    }

    @Test
    void every_room_says_in_prose_what_it_is_for() throws IOException {
        for (var module : MODULES) {
            var home = module.getIdentifier().toString().equals("guard") ? "../guard/src/main/java" : "src/main/java";
            var file = Path.of(home, module.getBasePackage().getName().replace('.', '/'), "package-info.java");
            assertThat(file).exists();
            assertThat(Files.readString(file))
                    .as(module.getIdentifier() + " has a sentence")
                    .containsPattern("/\\*\\*\\s+\\* [A-Z]");
        }
    }

    @Test
    void nothing_is_named_for_a_pattern() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Mapper|Facade|Common|Misc)")
                .check(OURS);
    }

    @Test
    void controllers_and_repositories_stay_inside_their_room() {
        classes()
                .that()
                .areAnnotatedWith(org.springframework.stereotype.Controller.class)
                .or()
                .areAnnotatedWith(org.springframework.stereotype.Repository.class)
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void the_guard_knows_no_spring() {
        noClasses()
                .that()
                .resideInAPackage("org.hearten.guard..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(OURS);
    }
}
