package org.hearten.guard.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.FoldedText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one pack and checks it line by line before a rule of it may run. */
final class PackReader {
    private static final int FEWEST_EXAMPLES = 3;
    private static final Set<String> CHANNELS = Set.of(
            "post",
            "story",
            "reply",
            "dm_template",
            "ugc",
            "webinar",
            "webinar_qa",
            "newsletter",
            "page",
            "form",
            "ugc_form",
            "challenge",
            "email",
            "internal",
            "task",
            "inbox",
            "staff_post",
            "widget",
            "embed");
    private static final Set<String> PACK_FIELDS =
            Set.of("pack", "region", "format", "version", "matching", "disclaimer", "groups", "rules");
    private static final Set<String> RULE_FIELDS = Set.of(
            "id",
            "title",
            "law",
            "status",
            "effective_from",
            "actor",
            "confidence",
            "group",
            "also_in",
            "severity",
            "action",
            "applies_to",
            "kind",
            "scope",
            "patterns",
            "ignore",
            "unless",
            "flags_require",
            "flags_unless",
            "normalise",
            "case_sensitive",
            "check",
            "why",
            "why_hi",
            "suggest",
            "suggest_hi",
            "tests",
            "note");

    private final String pack;
    private final String yaml;
    private final Map<String, Words[]> hindi;
    private final boolean checked; // by the library's own tests: compiling can wait

    PackReader(String pack, String yaml) {
        this(pack, yaml, Map.of(), false);
    }

    private PackReader(String pack, String yaml, Map<String, Words[]> hindi, boolean checked) {
        this.checked = checked;
        this.pack = pack;
        this.yaml = yaml;
        this.hindi = hindi;
    }

    static Pack builtIn(String name) {
        return new PackReader(name, resource(name + ".yaml"), HindiWords.read(resource("words_hi.txt")), true).read();
    }

    private static String resource(String name) {
        try (var in = PackReader.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("There is no built-in pack " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The built-in pack " + name + " cannot be read", broken);
        }
    }

    Pack read() {
        Node root;
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(4_000_000);
            options.setAllowDuplicateKeys(false);
            root = new Yaml(options).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new PackError(pack, line, "this is not YAML: " + broken.getProblem());
        }
        if (!(root instanceof MappingNode top)) throw new PackError(pack, 1, "a pack begins with its name and version");
        var fields = fields(top, PACK_FIELDS);
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        for (var node : list(need(top, fields, "rules"))) {
            if (!(node instanceof MappingNode one)) throw error(node, "a rule is a list of fields");
            var rule = rule(one);
            if (!ids.add(rule.id())) throw error(node, "the id " + rule.id() + " is used twice");
            rules.add(rule);
        }
        var groups = new LinkedHashMap<String, String>();
        if (fields.get("groups") instanceof MappingNode named) {
            for (var group : named.getValue()) {
                var about = group.getValueNode() instanceof MappingNode inner
                        ? any(inner).get("note")
                        : null;
                groups.put(text(group.getKeyNode()), about == null ? "" : text(about));
            }
        }
        return new Pack(
                optional(fields, "pack", pack),
                optional(fields, "region", ""),
                text(need(top, fields, "version")),
                optional(fields, "disclaimer", ""),
                Map.copyOf(groups),
                List.copyOf(rules));
    }

    private Rule rule(MappingNode node) {
        var fields = fields(node, RULE_FIELDS);
        String id = text(need(node, fields, "id"));
        boolean structural = optional(fields, "kind", "pattern").equals("structural");
        boolean asWritten = optional(fields, "normalise", "nfkc").equals("nfc");
        boolean exactCase = optional(fields, "case_sensitive", "false").equals("true");
        var patterns = new ArrayList<RulePattern>();
        if (!structural) {
            if (!(need(node, fields, "patterns") instanceof MappingNode byScript)) {
                throw error(node, id + " lists its patterns under en, hi and hx");
            }
            for (var script : byScript.getValue()) {
                for (var one : list(script.getValueNode())) {
                    patterns.add(pattern(one, asWritten, exactCase));
                }
            }
            if (patterns.isEmpty()) throw error(node, id + " has no pattern");
        }
        var positives = List.<String>of();
        var negatives = List.<String>of();
        if (!structural && fields.get("tests") instanceof MappingNode tests) {
            var examples = any(tests);
            positives = texts(examples.get("positives"));
            negatives = texts(examples.get("negatives"));
        }
        if (!structural && !checked && (positives.size() < FEWEST_EXAMPLES || negatives.size() < FEWEST_EXAMPLES)) {
            throw error(node, id + " needs at least 3 examples that must be found and 3 that must not");
        }
        var translated = hindi.get(id);
        String why = text(need(node, fields, "why"));
        String suggestion = optional(fields, "suggest", "");
        return new Rule(
                id,
                text(need(node, fields, "title")),
                optional(fields, "law", ""),
                choice(Rule.Status.class, need(node, fields, "status")),
                date(fields.get("effective_from")),
                optional(fields, "actor", "both"),
                fields.get("group") == null ? null : optional(fields, "group", ""),
                Set.copyOf(texts(fields.get("also_in"))),
                choice(Severity.class, need(node, fields, "severity")),
                fields.get("action") == null ? null : optional(fields, "action", ""),
                channels(need(node, fields, "applies_to")),
                optional(fields, "scope", "sentence").equals("document"),
                asWritten,
                List.copyOf(patterns),
                exceptions(fields.get("ignore"), asWritten, exactCase),
                exceptions(fields.get("unless"), asWritten, exactCase),
                Set.copyOf(texts(fields.get("flags_require"))),
                Set.copyOf(texts(fields.get("flags_unless"))),
                translated != null
                        ? new Words(why, translated[0].hi())
                        : new Words(why, optional(fields, "why_hi", why)),
                translated != null
                        ? new Words(suggestion, translated[1].hi())
                        : new Words(suggestion, optional(fields, "suggest_hi", suggestion)),
                positives,
                negatives);
    }

    private List<RulePattern> exceptions(@Nullable Node node, boolean asWritten, boolean exactCase) {
        var patterns = new ArrayList<RulePattern>();
        if (node != null) {
            for (var one : list(node)) patterns.add(pattern(one, asWritten, exactCase));
        }
        return List.copyOf(patterns);
    }

    private RulePattern pattern(Node node, boolean asWritten, boolean exactCase) {
        String written = text(node);
        try {
            var parsed = RuleSyntax.parse(
                    asWritten ? written : FoldedText.of(written).text());
            var pattern = new RulePattern(parsed.bounded(), parsed.literals(), exactCase);
            if (!checked) pattern.in("");
            return pattern;
        } catch (PatternSyntaxException broken) {
            throw error(node, "the pattern cannot be read: " + broken.getDescription());
        } catch (IllegalArgumentException refused) {
            throw error(node, "the pattern cannot be used: " + refused.getMessage());
        }
    }

    private Set<String> channels(Node node) {
        var channels = new HashSet<String>();
        for (var one : list(node)) {
            if (!CHANNELS.contains(text(one))) throw error(one, "there is no channel called " + text(one));
            channels.add(text(one));
        }
        return Set.copyOf(channels);
    }

    private @Nullable LocalDate date(@Nullable Node node) {
        if (node == null || text(node).isBlank() || text(node).equals("null")) return null;
        try {
            return LocalDate.parse(text(node));
        } catch (DateTimeParseException broken) {
            throw error(node, "effective_from is a day like 2026-11-22");
        }
    }

    private <E extends Enum<E>> E choice(Class<E> kind, Node node) {
        try {
            return Enum.valueOf(kind, text(node).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw error(
                    node,
                    text(node) + " is none of "
                            + List.of(kind.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
        }
    }

    private Map<String, Node> fields(MappingNode node, Set<String> known) {
        var fields = any(node);
        for (var tuple : node.getValue()) {
            if (!known.contains(text(tuple.getKeyNode()))) {
                throw error(tuple.getKeyNode(), "there is no field called " + text(tuple.getKeyNode()));
            }
        }
        return fields;
    }

    private Map<String, Node> any(MappingNode node) {
        var fields = new HashMap<String, Node>();
        for (var tuple : node.getValue()) fields.put(text(tuple.getKeyNode()), tuple.getValueNode());
        return fields;
    }

    private Node need(MappingNode within, Map<String, Node> fields, String name) {
        var node = fields.get(name);
        if (node == null) throw error(within, "the field " + name + " is missing");
        return node;
    }

    private String optional(Map<String, Node> fields, String name, String otherwise) {
        var node = fields.get(name);
        return node == null ? otherwise : text(node);
    }

    private List<String> texts(@Nullable Node node) {
        if (node == null) return List.of();
        var texts = new ArrayList<String>();
        for (var one : list(node)) texts.add(text(one));
        return List.copyOf(texts);
    }

    private List<Node> list(Node node) {
        if (node instanceof SequenceNode list) return list.getValue();
        throw error(node, "a list was expected here");
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) return scalar.getValue();
        throw error(node, "a text was expected here");
    }

    private PackError error(Node node, String problem) {
        return new PackError(pack, node.getStartMark().getLine() + 1, problem);
    }
}
