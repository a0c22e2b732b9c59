package org.hearten.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/**
 * The exported heads of all chains, one signed line each: time, organisation, position, seal, signature.
 *
 * <p>Whoever changes the database cannot change what stands here; whoever changes this file cannot sign it.
 */
@Component
class HeadFile {
    private final Path file;
    private final Chain chain;

    HeadFile(AuditSettings settings, Chain chain) {
        this.file = settings.headsFolder().resolve("heads.txt");
        this.chain = chain;
    }

    Path path() {
        return file;
    }

    /** Returns once the line is on the disk. */
    void add(Head head) {
        var line = line(head) + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                    var alone = channel.lock()) {
                channel.write(
                        ByteBuffer.wrap((afterHalfALine() ? "\n" + line : line).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The head of the record could not be written to " + file, failed);
        }
    }

    /** The head as it is kept: what it says, and the signature. */
    String line(Head head) {
        return head.line() + " " + HexFormat.of().formatHex(chain.signature(head.line()));
    }

    /** Lines of one organisation, in the order they were written, and the numbers of lines that nobody signed. */
    Kept of(OrganisationId organisation) {
        var heads = new ArrayList<Head>();
        var forged = new ArrayList<Integer>();
        var number = 0;
        for (var line : lines()) {
            number++;
            var head = Head.parse(line);
            if (head.isEmpty() || !signed(head.get(), line)) {
                forged.add(number);
            } else if (head.get().organisation().equals(organisation)) {
                heads.add(head.get());
            }
        }
        return new Kept(heads, forged);
    }

    /** Every organisation that ever had a head, so that one removed whole is missed. */
    List<OrganisationId> organisations() {
        return lines().stream()
                .flatMap(line -> Head.parse(line).filter(head -> signed(head, line)).stream())
                .map(Head::organisation)
                .distinct()
                .toList();
    }

    record Kept(List<Head> heads, List<Integer> forgedLines) {}

    private boolean signed(Head head, String line) {
        return MessageDigest.isEqual(
                line(head).getBytes(StandardCharsets.UTF_8), line.getBytes(StandardCharsets.UTF_8));
    }

    /** A crash may have cut the last line short. */
    private boolean afterHalfALine() throws IOException {
        try (var reading = FileChannel.open(file, StandardOpenOption.READ)) {
            var end = ByteBuffer.allocate(1);
            return reading.size() > 0 && reading.read(end, reading.size() - 1) == 1 && end.get(0) != '\n';
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException("The exported heads in " + file + " could not be read", failed);
        }
    }
}
