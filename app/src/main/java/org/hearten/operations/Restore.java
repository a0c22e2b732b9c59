package org.hearten.operations;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hearten.HeartenApplication;
import org.hearten.audit.Heads;
import org.hearten.facilities.Facilities;
import org.hearten.policies.Pauses;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** Reads a backup into an empty place: the keys first, then empty tables, then the rows, all or none. */
final class Restore {
    private static final String AFTER_A_RESTORE = "This Hearten was restored from a backup. Release the pause when the"
            + " one it was made from no longer sends.";

    private final Command command;
    private final PrintStream out;

    Restore(Command command, PrintStream out) {
        this.command = command;
        this.out = out;
    }

    void read(Supplier<String> passphrase) {
        requireEmpty();
        try (var in = new DataInputStream(new BufferedInputStream(SealedFile.reading(
                new BufferedInputStream(Files.newInputStream(command.requireFile())), passphrase.get())))) {
            var migrations = new String(readBytes(in), StandardCharsets.UTF_8);
            var next = in.readByte();
            for (; next == Backup.KEY; next = in.readByte()) {
                writeKey(in.readUTF(), readBytes(in));
            }
            var heads = next == Backup.HEADS ? readBytes(in) : new byte[0];
            next = heads.length > 0 ? in.readByte() : next;
            out.println("The keys are in " + command.keys() + ". Making empty tables…");
            makeTables();
            try (var tools = Tools.open(command)) {
                keepHeads(tools.getBean(Heads.class).file(), heads);
                fill(tools.getBean("ownerDataSource", DataSource.class), migrations, next, in);
                pauseEverything(tools);
            }
        } catch (IOException | SQLException failed) {
            throw new CannotDo("The backup could not be restored: " + failed.getMessage(), failed);
        }
    }

    private void requireEmpty() {
        if (!Files.isReadable(command.requireFile())) {
            throw new CannotDo("There is no file " + command.requireFile() + " that can be read.");
        }
        if (!command.ownDatabase() && command.hasEmbeddedDatabase()) {
            throw new CannotDo("There is a Hearten in " + command.data()
                    + " already. A backup is restored into an empty folder: name one with --data.");
        }
        if (Files.exists(command.keys().resolve("sealing.keyset"))) {
            throw new CannotDo("There are keys in " + command.keys()
                    + " already. They are not written over: name an empty folder with --keys.");
        }
    }

    private void writeKey(String name, byte[] content) throws IOException {
        if (!name.matches("[A-Za-z0-9._-]+") || name.startsWith(".")) {
            throw new CannotDo("The backup names a key that is none: nothing more of it is read.");
        }
        Files.createDirectories(
                command.keys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = Files.createFile(
                command.keys().resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content);
    }

    /** The whole of Hearten is started once, empty and on this machine only, so that each room makes its own tables. */
    private void makeTables() {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--hearten.demo=false",
                "--hearten.ready-line=false",
                "--logging.level.root=warn"));
        command.options().forEach((name, value) -> settings.add("--" + name + "=" + value));
        new SpringApplicationBuilder(HeartenApplication.class)
                .run(settings.toArray(String[]::new))
                .close();
    }

    /** Heads that are there already are newer, or of another machine: they stay. */
    private static void keepHeads(Path file, byte[] heads) throws IOException {
        if (!Files.exists(file) && heads.length > 0) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, heads);
        }
    }

    private void fill(DataSource owner, String migrations, byte first, DataInputStream in)
            throws IOException, SQLException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            if (!Tables.migrations(connection).equals(migrations)) {
                throw new CannotDo(
                        "The backup was made by another version of Hearten, whose tables differ from this one's."
                                + " Restore it with that version, then upgrade.");
            }
            var tables = Tables.all(connection);
            requireNobody(connection);
            execute(
                    connection,
                    "truncate "
                            + String.join(
                                    ", ",
                                    tables.stream()
                                            .map(each -> Tables.quoted(each.name()))
                                            .toList()));
            // Forced walls let no rows be copied in, not even by the owner; they stand again before anyone can look.
            walls(connection, tables, "no force row level security");
            var spooled = new Spool();
            try {
                spooled.take(in, first);
                for (var name : Tables.inOrderOfReference(
                        connection, tables.stream().map(Tables.Table::name).toList())) {
                    spooled.copyInto(connection, name);
                }
            } finally {
                spooled.remove();
            }
            walls(connection, tables, "force row level security");
            setCounters(connection);
            connection.commit();
        }
    }

    /** The Hearten that was backed up may still be sending: two of them would answer and publish for the same accounts. */
    private static void pauseEverything(ApplicationContext tools) {
        var tenancy = tools.getBean(Tenancy.class);
        var pauses = tools.getBean(Pauses.class);
        for (var organisation : tools.getBean(Facilities.class).organisations()) {
            tenancy.run(Caller.system(organisation, "operations"), () -> pauses.beginByItself(AFTER_A_RESTORE));
        }
    }

    private static void requireNobody(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from organisation_list")) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new CannotDo(
                        "There are organisations in this database already. A backup is restored into an empty one.");
            }
        }
    }

    private static void walls(Connection connection, List<Tables.Table> tables, String how) throws SQLException {
        for (var table : tables) {
            if (table.walled()) {
                execute(connection, "alter table " + Tables.quoted(table.name()) + " " + how);
            }
        }
    }

    /** Numbers given out by the database go on after the highest one restored. */
    private static void setCounters(Connection connection) throws SQLException {
        Map<String, String> counters = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select pg_get_serial_sequence(quote_ident(c.relname), a.attname), c.relname, a.attname
                          from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                           and not a.attisdropped and a.attidentity <> ''
                        """)) {
            while (rows.next()) {
                counters.put(
                        rows.getString(1),
                        "select max(" + Tables.quoted(rows.getString(3)) + ") from "
                                + Tables.quoted(rows.getString(2)));
            }
        }
        for (var counter : counters.entrySet()) {
            execute(
                    connection,
                    "select setval('" + counter.getKey() + "', (" + counter.getValue() + ")) where ("
                            + counter.getValue() + ") is not null");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        var length = in.readInt();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new CannotDo("The backup was cut short.");
        }
        return bytes;
    }

    /**
     * The rows, table by table, in files beside the backup: a table can only be filled after those it refers to. They hold
     * what the database holds, sealed as there, and are removed at the end.
     */
    private static final class Spool {
        private record Piece(String table, String columns, Path rows) {}

        private final List<Piece> pieces = new ArrayList<>();

        void take(DataInputStream in, byte first) throws IOException {
            for (var next = first; next != Backup.END; next = in.readByte()) {
                if (next != Backup.ROWS) {
                    throw new CannotDo("The backup holds something this Hearten does not know.");
                }
                var table = in.readUTF();
                var columns = in.readUTF();
                var file = Files.createTempFile(
                        "hearten-restore",
                        ".rows",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                pieces.add(new Piece(table, columns, file));
                try (var rows = Files.newOutputStream(file)) {
                    for (var length = in.readInt(); length > 0; length = in.readInt()) {
                        rows.write(in.readNBytes(length));
                    }
                }
            }
        }

        void copyInto(Connection connection, String table) throws IOException, SQLException {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var piece : pieces) {
                if (piece.table().equals(table) && Files.size(piece.rows()) > 0) {
                    try (var rows = Files.newInputStream(piece.rows())) {
                        copy.copyIn("copy " + Tables.quoted(table) + " (" + piece.columns() + ") from stdin", rows);
                    }
                }
            }
        }

        void remove() throws IOException {
            for (var piece : pieces) {
                Files.deleteIfExists(piece.rows());
            }
        }
    }
}
