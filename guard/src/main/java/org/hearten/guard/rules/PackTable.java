package org.hearten.guard.rules;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.jspecify.annotations.Nullable;

/**
 * The built-in packs without their examples, read and checked beforehand, so that a guard starts fast. A pack's YAML
 * stays the source: after a change {@code main} writes its table anew, and a test tells when that was forgotten.
 */
public final class PackTable {
    static final List<String> PACKS = List.of("us", "in");

    private PackTable() {}

    /** Argument: the folder of the built-in packs. */
    public static void main(String[] arguments) throws IOException {
        for (var name : PACKS) Files.write(Path.of(arguments[0], name + ".table"), of(Pack.builtIn(name)));
    }

    static byte[] of(Pack pack) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(pack.version());
        out.writeUTF(pack.name());
        out.writeUTF(pack.region());
        write(out, pack.disclaimer());
        out.writeShort(pack.groups().size());
        for (var group : new TreeMap<>(pack.groups()).entrySet()) {
            out.writeUTF(group.getKey());
            write(out, group.getValue());
        }
        out.writeShort(pack.rules().size());
        for (var rule : pack.rules()) write(out, rule);
        return bytes.toByteArray();
    }

    static String version(String pack) {
        try (var in = open(pack)) {
            return in.readUTF();
        } catch (IOException broken) {
            throw unreadable(pack, broken);
        }
    }

    static Pack read(String pack) {
        try (var in = open(pack)) {
            String version = in.readUTF();
            String name = in.readUTF();
            String region = in.readUTF();
            String disclaimer = text(in);
            var groups = new LinkedHashMap<String, String>();
            int count = in.readShort();
            for (int i = 0; i < count; i++) groups.put(in.readUTF(), text(in));
            var rules = new ArrayList<Rule>();
            int many = in.readShort();
            for (int i = 0; i < many; i++) rules.add(rule(in));
            return new Pack(name, region, version, disclaimer, Map.copyOf(groups), List.copyOf(rules));
        } catch (IOException broken) {
            throw unreadable(pack, broken);
        }
    }

    private static DataInputStream open(String pack) {
        var in = PackTable.class.getResourceAsStream(pack + ".table");
        if (in == null) throw new IllegalArgumentException("There is no built-in pack " + pack);
        return new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    private static UncheckedIOException unreadable(String pack, IOException broken) {
        return new UncheckedIOException("The built-in pack " + pack + " cannot be read", broken);
    }

    private static void write(DataOutputStream out, Rule rule) throws IOException {
        out.writeUTF(rule.id());
        write(out, rule.title());
        write(out, rule.law());
        out.writeByte(rule.status().ordinal());
        writeMaybe(out, rule.effectiveFrom() == null ? null : Objects.toString(rule.effectiveFrom()));
        out.writeUTF(rule.actor());
        writeMaybe(out, rule.group());
        write(out, rule.alsoIn());
        out.writeByte(rule.severity().ordinal());
        writeMaybe(out, rule.action());
        write(out, rule.channels());
        out.writeBoolean(rule.wholeText());
        out.writeBoolean(rule.asWritten());
        writePatterns(out, rule.patterns());
        writePatterns(out, rule.ignore());
        writePatterns(out, rule.unless());
        write(out, rule.flagsRequired());
        write(out, rule.flagsUnless());
        for (var words : List.of(rule.why(), rule.suggestion())) {
            write(out, words.en());
            write(out, words.hi());
        }
    }

    private static Rule rule(DataInputStream in) throws IOException {
        String id = in.readUTF();
        String title = text(in);
        String law = text(in);
        var status = Rule.Status.values()[in.readByte()];
        String from = maybe(in);
        return new Rule(
                id,
                title,
                law,
                status,
                from == null ? null : LocalDate.parse(from),
                in.readUTF(),
                maybe(in),
                Set.copyOf(texts(in)),
                Severity.values()[in.readByte()],
                maybe(in),
                Set.copyOf(texts(in)),
                in.readBoolean(),
                in.readBoolean(),
                patterns(in),
                patterns(in),
                patterns(in),
                Set.copyOf(texts(in)),
                Set.copyOf(texts(in)),
                new Words(text(in), text(in)),
                new Words(text(in), text(in)),
                List.of(),
                List.of());
    }

    private static void writePatterns(DataOutputStream out, List<RulePattern> patterns) throws IOException {
        out.writeShort(patterns.size());
        for (var pattern : patterns) {
            write(out, pattern.regex());
            out.writeBoolean(pattern.exactCase());
            write(out, pattern.literals());
        }
    }

    private static List<RulePattern> patterns(DataInputStream in) throws IOException {
        int count = in.readShort();
        var patterns = new ArrayList<RulePattern>(count);
        for (int i = 0; i < count; i++) {
            String regex = text(in);
            boolean exactCase = in.readBoolean();
            patterns.add(new RulePattern(regex, Set.copyOf(texts(in)), exactCase));
        }
        return List.copyOf(patterns);
    }

    private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (var text : new TreeSet<>(texts)) write(out, text);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readShort();
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) texts.add(text(in));
        return texts;
    }

    private static void writeMaybe(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) write(out, text);
    }

    private static @Nullable String maybe(DataInputStream in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
