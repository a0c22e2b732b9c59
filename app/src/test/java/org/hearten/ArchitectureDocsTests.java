package org.hearten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** {@code docs/architecture/modules.md} is made from the code. {@code ./test docs} writes it anew. */
class ArchitectureDocsTests {
    private static final Path PAGE = Path.of("../docs/architecture/modules.md");
    private static final ApplicationModules MODULES = ApplicationModules.of(HeartenApplication.class);
    private static final List<String> SHARED = Arrays.asList(
            HeartenApplication.class.getAnnotation(Modulithic.class).sharedModules());

    @Test
    void the_page_of_modules_says_what_the_code_says() throws IOException {
        var page = page();
        if (Boolean.getBoolean("hearten.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("Run ./test docs and commit what it wrote").hasContent(page);
    }

    private static String page() throws IOException {
        var page = new StringBuilder("""
                # Modules

                Made from the code: the prose is each module's `package-info.java`, the rest is what Spring Modulith sees. Do not
                edit it; `./test docs` writes it anew, and `./test` fails when it is out of step.

                An arrow reads "leans on". Shared modules, which everyone may name, are left out of the picture.

                ```mermaid
                flowchart TD
                """);
        var modules = MODULES.stream()
                .sorted(Comparator.comparing(ArchitectureDocsTests::name))
                .toList();
        for (var module : modules) {
            if (!SHARED.contains(name(module))) {
                page.append("  ").append(name(module)).append('\n');
                leansOn(module)
                        .forEach(other -> page.append("  ")
                                .append(name(module))
                                .append(" --> ")
                                .append(other)
                                .append('\n'));
            }
        }
        page.append("```\n");
        var heardBy = heardBy(modules);
        for (var module : modules) {
            describe(module, heardBy, page);
        }
        return page.toString();
    }

    private static void describe(ApplicationModule module, TreeMap<String, TreeSet<String>> heardBy, StringBuilder page)
            throws IOException {
        page.append("\n## ").append(name(module));
        page.append(SHARED.contains(name(module)) ? " (shared)\n\n" : "\n\n").append(prose(module));
        line(
                page,
                "Leans on",
                SHARED.contains(name(module))
                        ? usesAll(module)
                        : leansOn(module).toList());
        line(page, "Front door", frontDoor(module));
        line(
                page,
                "Declares",
                module.getPublishedEvents().stream()
                        .map(event -> event.getType().getSimpleName())
                        .sorted()
                        .map(event -> "`" + event + "`"
                                + (heardBy.containsKey(event)
                                        ? " (heard by " + String.join(", ", heardBy.get(event)) + ")"
                                        : ""))
                        .toList());
        line(
                page,
                "Hears",
                module.getEventsListenedTo(MODULES).stream()
                        .map(event -> "`" + event.getSimpleName() + "`")
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static TreeMap<String, TreeSet<String>> heardBy(List<ApplicationModule> modules) {
        var heardBy = new TreeMap<String, TreeSet<String>>();
        for (var module : modules) {
            module.getEventsListenedTo(MODULES)
                    .forEach(event -> heardBy.computeIfAbsent(event.getSimpleName(), ignored -> new TreeSet<>())
                            .add(name(module)));
        }
        return heardBy;
    }

    private static void line(StringBuilder page, String what, List<String> things) {
        if (!things.isEmpty()) {
            page.append("\n- **").append(what).append(":** ").append(String.join(", ", things));
        }
        if (what.equals("Hears")) {
            page.append('\n');
        }
    }

    static Stream<String> leansOn(ApplicationModule module) {
        return usesAll(module).stream().filter(other -> !SHARED.contains(other));
    }

    private static List<String> usesAll(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ArchitectureDocsTests::name)
                .filter(other -> !other.equals(name(module)))
                .distinct()
                .sorted()
                .toList();
    }

    /** The public beans that other modules may ask. */
    private static List<String> frontDoor(ApplicationModule module) {
        return module.getSpringBeans().stream()
                .map(bean -> bean.getType())
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                        && module.isExposed(type))
                .map(type -> "`" + type.getSimpleName() + "`")
                .distinct()
                .sorted()
                .toList();
    }

    static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** The comment of package-info as plain text. */
    private static String prose(ApplicationModule module) throws IOException {
        var home = name(module).equals("guard") ? "../guard/src/main/java" : "src/main/java";
        var text = Files.readString(
                Path.of(home, module.getBasePackage().getName().replace('.', '/'), "package-info.java"));
        var comment = text.substring(text.indexOf("/**") + 3, text.indexOf("*/"));
        return comment.lines()
                .map(each -> each.replaceFirst("^\\s*\\* ?", ""))
                .collect(Collectors.joining("\n"))
                .strip()
                .replaceAll("\\{@link\\s+(?:[a-z]+\\.)*([A-Za-z.]+)\\s*}", "`$1`")
                .replaceAll("\\{@code\\s+([^}]+?)\\s*}", "`$1`")
                .replaceAll("</?em>", "*")
                .replaceAll("</?p>", "")
                .concat("\n");
    }
}
