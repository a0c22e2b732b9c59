package org.hearten.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hearten.guard.Context;
import org.hearten.guard.Finding;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.text.FoldedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePackTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<Pack> PACKS = List.of(Pack.builtIn("us"), Pack.builtIn("in"));
    private static final RuleBook BOOK = new RuleBook(PACKS, Set.of("nmc_2023"));

    @ParameterizedTest
    @ValueSource(strings = {"us", "in"})
    void every_rule_is_right_about_its_own_examples(String name) {
        assertThat(Pack.builtIn(name).failedExamples()).isEmpty();
    }

    /** The book looks only where a literal stands; it may not miss what the rule alone would find. */
    @ParameterizedTest
    @ValueSource(strings = {"us", "in"})
    void the_fast_way_finds_what_the_slow_way_finds(String name) {
        var missed = new ArrayList<String>();
        for (var rule : Pack.builtIn(name).rules()) {
            if (!rule.channels().isEmpty() && !rule.patterns().isEmpty()) {
                for (var example : rule.positives())
                    if (!broken(rule, example, name)) missed.add(rule.id() + ": " + example);
                for (var example : rule.negatives())
                    if (broken(rule, example, name)) missed.add("not " + rule.id() + ": " + example);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void benign_posts_and_replies_break_no_rule() throws IOException {
        var alarms = new ArrayList<String>();
        for (var line : resource("benign.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList()) {
            String[] parts = line.split("\\|", 3);
            for (var jurisdiction : Jurisdiction.values()) {
                var context = Context.of(jurisdiction, parts[1], TODAY);
                for (var finding : BOOK.find(FoldedText.of(parts[2]), context)) {
                    // English lines speak to both countries and Hindi ones to India: a helpline is foreign to the other
                    boolean foreign = parts[0].equals("en") || jurisdiction == Jurisdiction.US;
                    boolean helpline = foreign && finding.rule().contains("-NUM-");
                    if (!helpline) alarms.add(finding.rule() + ": " + parts[2]);
                }
            }
        }
        assertThat(alarms).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patterns:\\n    en: ['(?=x)abc'] | 9 | look-around",
                "patterns:\\n    en: ['(abc'] | 9 | bracket is not closed",
                "patterns:\\n    en: ['a(b)\\1'] | 9 | back-references",
                "pattern: x | 8 | no field called pattern",
                "scope: document | 3 | patterns is missing",
            })
    void a_mistake_is_shown_with_its_line(String field, int line, String problem) {
        String yaml =
                "version: '2026-01-01'\nrules:\n- id: OURS-1\n  title: T\n  status: house_policy\n  severity: warn\n"
                        + "  applies_to: [post]\n  " + field.replace("\\n", "\n")
                        + "\n  why: W\n  tests:\n    positives: [a, b, c]\n    negatives: [d, e, f]\n";

        assertThatThrownBy(() -> Pack.parse("ours", yaml))
                .isInstanceOfSatisfying(
                        PackError.class, error -> assertThat(error.line()).isEqualTo(line))
                .hasMessageContaining(problem);
    }

    @Test
    void a_duty_that_does_not_bind_yet_is_called_house_policy() {
        var rule = PACKS.stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(one -> one.effectiveFrom() != null
                        && one.effectiveFrom().isAfter(TODAY)
                        && !one.patterns().isEmpty())
                .findFirst()
                .orElseThrow();
        var home = PACKS.getFirst().rules().contains(rule) ? Jurisdiction.US : Jurisdiction.IN;

        var context = Context.of(home, rule.channels().iterator().next(), TODAY).withVerified(rule.flagsRequired());
        var findings = BOOK.find(FoldedText.of(rule.positives().getFirst()), context);

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals(rule.id()))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.why().en()).contains("House policy until " + rule.effectiveFrom()));
    }

    @Test
    void a_verified_consent_silences_the_rule_that_asks_for_it() {
        var rule = PACKS.getFirst().rule("US-PHI-005").orElseThrow();
        var story = Context.of(Jurisdiction.US, "story", TODAY);
        var text = FoldedText.of("She was admitted on March 3, 2026 with pneumonia");

        assertThat(BOOK.find(text, story)).extracting(Finding::rule).contains(rule.id());
        assertThat(BOOK.find(text, story.withVerified(Set.of("authorization_valid"))))
                .extracting(Finding::rule)
                .doesNotContain(rule.id());
    }

    @Test
    void every_rule_speaks_hindi() {
        var silent = new ArrayList<String>();
        for (var pack : PACKS) {
            for (var rule : pack.rules()) {
                if (rule.why().hi().equals(rule.why().en())) silent.add(rule.id());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean broken(Rule rule, String text, String home) {
        var channel = rule.channels().stream().sorted().findFirst().orElseThrow();
        var flags = new HashSet<>(rule.flagsRequired());
        boolean american = flags.contains("region_us") || (home.equals("us") && !flags.contains("region_in"));
        var context = Context.of(american ? Jurisdiction.US : Jurisdiction.IN, channel, TODAY)
                .withVerified(flags);
        return BOOK.find(FoldedText.of(text), context).stream()
                .anyMatch(finding -> finding.rule().equals(rule.id()));
    }

    private static String resource(String name) throws IOException {
        try (var in = RulePackTests.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_tables_say_what_the_packs_say() throws IOException {
        for (var name : PackTable.PACKS) {
            try (var table = Pack.class.getResourceAsStream(name + ".table")) {
                assertThat(PackTable.of(Pack.builtIn(name)))
                        .as("run bin/guard tables after a change to " + name + ".yaml")
                        .isEqualTo(Objects.requireNonNull(table).readAllBytes());
            }
            assertThat(PackTable.of(Pack.builtInWithoutExamples(name))).isEqualTo(PackTable.of(Pack.builtIn(name)));
        }
    }
}
