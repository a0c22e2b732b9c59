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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the plan of the house true. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(HeartenApplication.class);
    private static final List<String> SHARED = Arrays.asList(
            HeartenApplication.class.getAnnotation(Modulithic.class).sharedModules());
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.hearten");

    @Test
    void rooms_lean_only_on_the_rooms_they_may_and_never_in_a_circle() {
        MODULES.verify();
    }

    @Test
    void rooms_lean_on_exactly_what_the_plan_says() throws IOException {
        var used = new TreeMap<String, List<String>>();
        var allowed = new TreeMap<String, List<String>>();
        for (var module : MODULES) {
            var name = module.getIdentifier().toString();
            if (!SHARED.contains(name)) {
                used.put(name, ArchitectureDocsTests.leansOn(module).toList());
                allowed.put(name, allowed(module));
            }
        }

        assertThat(used).as("what is used, and docs/architecture/README.md").isEqualTo(plan());
        assertThat(allowed)
                .as("what is allowed, and docs/architecture/README.md")
                .isEqualTo(plan());
    }

    @Test
    void only_checks_asks_the_guard() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hearten.guard..", "org.hearten.checks..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hearten.guard.Guard")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hearten.guard.Context")
                .check(OURS);
    }

    /** The rows of the plan's table: a room, what it is for, what it leans on. */
    private static Map<String, List<String>> plan() throws IOException {
        var plan = new TreeMap<String, List<String>>();
        for (var line : Files.readAllLines(Path.of("../docs/architecture/README.md"))) {
            if (line.startsWith("| `")) {
                var cells = line.split("\\|");
                plan.put(
                        cells[1].replace("`", "").strip(),
                        Arrays.stream(cells[3].split(","))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList());
            }
        }
        return plan;
    }

    private static List<String> allowed(ApplicationModule module) throws IOException {
        if (module.getIdentifier().toString().equals("guard")) {
            return List.of(); // a library: it names nothing of ours, see the test below
        }
        var source = Files.readString(
                Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java"));
        var annotation = source.substring(source.indexOf("@ApplicationModule"), source.indexOf("@NullMarked"));
        var list = annotation.contains("allowedDependencies")
                ? annotation.substring(annotation.indexOf("allowedDependencies"))
                : "";
        return Pattern.compile("\"([a-z]+)\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
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
