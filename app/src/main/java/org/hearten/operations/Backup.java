package org.hearten.operations;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hearten.audit.Heads;
import org.hearten.audit.Sealer;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;

/**
 * Writes everything to one encrypted file: the keys, the exported heads, and all rows as they stood at one moment.
 *
 * <p>The rows are read inside the walls, one organisation after the other, in one snapshot; nothing waits for it.
 */
final class Backup {
    static final byte KEY = 'K';
    static final byte HEADS = 'H';
    static final byte ROWS = 'T';
    static final byte END = 'E';

    private final ApplicationContext tools;
    private final Path keys;

    Backup(ApplicationContext tools, Path keys) {
        this.tools = tools;
        this.keys = keys;
    }

    void write(Path file, String passphrase) {
        if (Files.exists(file)) {
            throw new CannotDo("There is a file " + file + " already. Name another, so that no backup is lost.");
        }
        tools.getBean(Sealer.class).sealAll();
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CannotDo("The backup could not be written to " + file + ": there is no folder " + folder
                    + ". Make it, or name a file in another one.");
        }
        try {
            var part = Files.createTempFile(
                    folder,
                    file.getFileName().toString(),
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (var out = new DataOutputStream(new BufferedOutputStream(
                        SealedFile.writing(new BufferedOutputStream(Files.newOutputStream(part)), passphrase)))) {
                    writeAll(out);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | SQLException failed) {
            throw new CannotDo("The backup could not be written to " + file + ": " + failed.getMessage(), failed);
        }
    }

    private void writeAll(DataOutputStream out) throws IOException, SQLException {
        try (var connection = tools.getBean("ownerDataSource", DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            writeText(out, Tables.migrations(connection));
            writeKeys(out);
            writeHeads(out);
            for (var table : Tables.all(connection)) {
                for (var organisation : table.walled() ? organisations(connection) : List.of(new UUID(0, 0))) {
                    enter(connection, organisation);
                    writeRows(out, connection, table);
                }
            }
            out.writeByte(END);
            connection.rollback();
        }
    }

    private void writeKeys(DataOutputStream out) throws IOException {
        try (var files = Files.list(keys)) {
            for (var file : files.filter(Backup::travels).sorted().toList()) {
                out.writeByte(KEY);
                out.writeUTF(file.getFileName().toString());
                writeBytes(out, Files.readAllBytes(file));
            }
        }
    }

    /** Passwords of a database stay with that database. */
    private static boolean travels(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith("database-");
    }

    private void writeHeads(DataOutputStream out) throws IOException {
        var file = tools.getBean(Heads.class).file();
        if (Files.exists(file)) {
            out.writeByte(HEADS);
            writeBytes(out, Files.readAllBytes(file));
        }
    }

    private static void writeRows(DataOutputStream out, Connection connection, Tables.Table table)
            throws IOException, SQLException {
        out.writeByte(ROWS);
        out.writeUTF(table.name());
        out.writeUTF(table.columnList());
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var query = "copy (select " + table.columnList() + " from " + Tables.quoted(table.name()) + ") to stdout";
        copy.copyOut(query, new Blocks(out));
        out.writeInt(0);
    }

    private static List<UUID> organisations(Connection connection) throws SQLException {
        var organisations = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select organisation_id from organisation_list order by organisation_id")) {
            while (rows.next()) {
                organisations.add(rows.getObject(1, UUID.class));
            }
        }
        return organisations;
    }

    private static void enter(Connection connection, UUID organisation) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('hearten.organisation', ?, true)")) {
            set.setString(1, organisation.toString());
            set.execute();
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Each piece the server hands over, with its length before it. */
    private static final class Blocks extends OutputStream {
        private final DataOutputStream out;

        Blocks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (count > 0) {
                out.writeInt(count);
                out.write(bytes, from, count);
            }
        }
    }
}
