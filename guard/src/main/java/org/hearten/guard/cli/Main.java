package org.hearten.guard.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearten.guard.Context;
import org.hearten.guard.Finding;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.text.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads JSON lines from standard input and answers each on standard output. */
public final class Main {
    private static final String USAGE = """
            guard identifiers|rules|reply|readability|triage [--pack us,in] < in.jsonl > out.jsonl

              identifiers  {"id","text","staff":[names],"facility_facts":[strings]}
              rules        {"id","text","jurisdiction":"US"|"IN","kind":"post"|"reply"|"ugc"|...,"flags":[...]}
              reply        {"id","context","reply"}
              readability  {"id","text","lang":"en"|"hi"}
              triage       {"id","text"}
            guard evaluate --data DIR [--out FILE] measures the guard and writes guard/EVALUATION.md.
            Offsets are Unicode code points. A line that cannot be read gets {"line","error"}; the rest goes on.
            """;

    private static final Set<String> COMMANDS = Set.of("identifiers", "rules", "reply", "readability", "triage");

    private final Guard guard;
    private final String command;
    private final LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());

    private Main(Guard guard, String command) {
        this.guard = guard;
        this.command = command;
    }

    public static void main(String[] arguments) throws IOException {
        var packs = new ArrayList<String>();
        String command = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--pack") && i + 1 < arguments.length)
                packs.addAll(List.of(arguments[++i].split(",")));
            else if (command.isEmpty()) command = arguments[i];
        }
        if (command.equals("evaluate")) {
            evaluate(arguments);
            return;
        }
        if (command.equals("rehearse")) {
            rehearse();
            return;
        }
        if (!COMMANDS.contains(command)) {
            System.err.print(USAGE);
            System.exit(command.isEmpty() || command.equals("--help") ? 0 : 2);
        }
        new Main(Guard.withPacks(packs.toArray(String[]::new)), command).run();
    }

    // One line through everything, while the JDK notes what it loads; bin/guard does this once.
    private static void rehearse() throws IOException {
        var guard = Guard.withPacks();
        try (var in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            String line = in.readLine();
            for (var command : COMMANDS) {
                System.out.println(JsonText.write(new Main(guard, command).answer(line == null ? "" : line, 1)));
            }
        }
    }

    private static void evaluate(String[] arguments) throws IOException {
        var data = Path.of("no-data");
        var out = Path.of("guard", "EVALUATION.md");
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--data")) data = Path.of(arguments[i + 1]);
            if (arguments[i].equals("--out")) out = Path.of(arguments[i + 1]);
        }
        String page = new Evaluation(LocalDate.now(java.time.ZoneId.systemDefault())).run(data);
        Files.writeString(out, page);
        System.out.print(page);
    }

    private void run() throws IOException {
        try (var in = new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
                var out = new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    out.write(JsonText.write(
                            answer(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line, number)));
                    out.write('\n');
                    if (!in.ready()) out.flush();
                }
            }
        }
    }

    Map<String, @Nullable Object> answer(String line, int number) {
        try {
            if (!(JsonText.read(line) instanceof Map<?, ?> object))
                throw new IllegalArgumentException("the line is not an object");
            return switch (command) {
                case "identifiers" -> identifiers(object);
                case "rules" -> rules(object);
                case "reply" -> reply(object);
                case "readability" -> readability(object);
                default -> triage(object);
            };
        } catch (IllegalArgumentException malformed) {
            var error = new LinkedHashMap<String, @Nullable Object>();
            error.put("line", number);
            error.put("error", String.valueOf(malformed.getMessage()));
            return error;
        }
    }

    private Map<String, @Nullable Object> identifiers(Map<?, ?> line) {
        String text = text(line, "text");
        var context = Context.of(jurisdiction(line, "IN"), optional(line, "kind", "post"), today)
                .withStaff(texts(line, "staff"))
                .withFacilityFacts(texts(line, "facility_facts"));
        var spans = new ArrayList<@Nullable Object>();
        var points = new CodePoints(text);
        for (var finding : guard.identifiers(text, context).findings()) {
            var span = new LinkedHashMap<String, @Nullable Object>();
            span.put("start", points.at(finding.start()));
            span.put("end", points.at(finding.end()));
            span.put("label", finding.label().name());
            span.put("confidence", finding.confidence());
            span.put("why", finding.why().en());
            span.put("instead", instead(finding));
            spans.add(span);
        }
        var answer = begin(line);
        answer.put("spans", spans);
        return answer;
    }

    private Map<String, @Nullable Object> rules(Map<?, ?> line) {
        String text = text(line, "text");
        var context = Context.of(jurisdiction(line, "US"), optional(line, "kind", "post"), today)
                .withVerified(texts(line, "flags"));
        var findings = new ArrayList<@Nullable Object>();
        var points = new CodePoints(text);
        for (var finding : guard.rules(text, context).findings()) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("rule", finding.rule());
            one.put("family", family(finding.rule()));
            one.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            one.put("start", points.at(finding.start()));
            one.put("end", points.at(finding.end()));
            one.put("why", finding.why().en());
            one.put("instead", instead(finding));
            findings.add(one);
        }
        var answer = begin(line);
        answer.put("findings", findings);
        return answer;
    }

    private Map<String, @Nullable Object> reply(Map<?, ?> line) {
        String draft = text(line, "reply");
        String incoming = line.get("context") instanceof Map<?, ?> inner
                ? optional(inner, "text", "")
                : optional(line, "context", "");
        var context = Context.of(jurisdiction(line, "US"), "reply", today)
                .withStaff(texts(line, "staff"))
                .withFacilityFacts(texts(line, "facility_facts"));
        var report = guard.checkReply(incoming, draft, context);
        boolean hindi = draft.chars().filter(c -> c >= 0x900 && c < 0x980).count() * 2
                > draft.codePointCount(0, draft.length());
        var answer = begin(line);
        answer.put("label", report.risky() ? "RISK" : "SAFE");
        answer.put("class", report.riskClass());
        answer.put("why", report.why().en());
        answer.put("instead", report.risky() ? report.instead().in(hindi ? "hi" : "en") : null);
        return answer;
    }

    private Map<String, @Nullable Object> readability(Map<?, ?> line) {
        String text = text(line, "text");
        var read = guard.readability(text, optional(line, "lang", "en"));
        var points = new CodePoints(text);
        var answer = begin(line);
        answer.put("lang", read.language());
        answer.put("sentences", read.sentences());
        answer.put("words", read.words());
        answer.put("syllables", read.syllables());
        answer.put("flesch_kincaid", read.gradeFleschKincaid());
        answer.put("smog", read.gradeSmog());
        answer.put("coleman_liau", read.gradeColemanLiau());
        answer.put("hindi", read.hindi());
        answer.put("level", read.level().name().toLowerCase(Locale.ROOT));
        var hard = new ArrayList<@Nullable Object>();
        for (var word : read.hardWords()) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("start", points.at(word.start()));
            one.put("end", points.at(word.end()));
            one.put("instead", word.plain());
            hard.add(one);
        }
        answer.put("hard_words", hard);
        answer.put("passives", read.passives().size());
        var clear = new LinkedHashMap<String, @Nullable Object>();
        read.clearCommunication().forEach(item -> clear.put(item.name(), item.met()));
        answer.put("clear_communication", clear);
        return answer;
    }

    private Map<String, @Nullable Object> triage(Map<?, ?> line) {
        var triage = guard.triage(text(line, "text"));
        var answer = begin(line);
        answer.put("category", triage.category().name().toLowerCase(Locale.ROOT));
        answer.put("urgency", triage.urgency());
        answer.put("read_first", triage.readFirst());
        answer.put("lang", triage.language());
        answer.put("why", triage.why().en());
        return answer;
    }

    private static Map<String, @Nullable Object> begin(Map<?, ?> line) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", line.get("id"));
        return answer;
    }

    private static @Nullable Object instead(Finding finding) {
        var instead = finding.instead();
        var advice = finding.advice();
        return instead != null ? instead.en() : advice != null ? advice.en() : null;
    }

    private static String family(String rule) {
        String[] parts = rule.split("-");
        return parts.length > 2 ? parts[1] : rule;
    }

    private static Jurisdiction jurisdiction(Map<?, ?> line, String otherwise) {
        String name = optional(line, "jurisdiction", otherwise).toUpperCase(Locale.ROOT);
        if (!name.equals("US") && !name.equals("IN")) throw new IllegalArgumentException("jurisdiction is US or IN");
        return Jurisdiction.valueOf(name);
    }

    private static String text(Map<?, ?> line, String name) {
        if (line.get(name) instanceof String text) return text;
        throw new IllegalArgumentException("the field " + name + " is missing or not a text");
    }

    private static String optional(Map<?, ?> line, String name, String otherwise) {
        return line.get(name) instanceof String text ? text : otherwise;
    }

    private static Set<String> texts(Map<?, ?> line, String name) {
        var texts = new HashSet<String>();
        if (line.get(name) instanceof List<?> list) {
            for (var one : list) if (one instanceof String text) texts.add(text);
        }
        return texts;
    }

    /** Turns UTF-16 offsets into code points, walking forward through a long text once. */
    private static final class CodePoints {
        private final String text;
        private int unit;
        private int point;

        CodePoints(String text) {
            this.text = text;
        }

        int at(int wanted) {
            if (wanted < unit) {
                unit = 0;
                point = 0;
            }
            point += text.codePointCount(unit, wanted);
            unit = wanted;
            return point;
        }
    }
}
