package org.hearten.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the database, as the backup needs to know it. */
final class Tables {
    /** Sessions and failed sign-ins belong to the machine, not to the data. */
    private static final Set<String> LEFT_BEHIND = Set.of("session", "sign_in_failure");

    /** Transaction numbers mean something on one server only. */
    private static final Set<String> OF_THIS_SERVER = Set.of("audit_entry.written_in", "audit_link.sealed_before");

    private Tables() {}

    /** @param walled rows are seen one organisation at a time */
    record Table(String name, List<String> columns, boolean walled) {
        String columnList() {
            return String.join(", ", columns.stream().map(Tables::quoted).toList());
        }
    }

    static List<Table> all(Connection connection) throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        var walled = new LinkedHashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.relname, a.attname, c.relrowsecurity
                          from pg_class c
                          join pg_attribute a on a.attrelid = c.oid
                         where c.relnamespace = 'public'::regnamespace
                           and c.relkind = 'r'
                           and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by c.relname, a.attnum
                        """)) {
            while (rows.next()) {
                var table = rows.getString(1);
                if (!table.startsWith("flyway_") && !LEFT_BEHIND.contains(table)) {
                    var known = columns.computeIfAbsent(table, ignored -> new ArrayList<>());
                    if (!OF_THIS_SERVER.contains(table + "." + rows.getString(2))) {
                        known.add(rows.getString(2));
                    }
                    if (rows.getBoolean(3)) {
                        walled.add(table);
                    }
                }
            }
        }
        return columns.entrySet().stream()
                .map(each -> new Table(each.getKey(), each.getValue(), walled.contains(each.getKey())))
                .toList();
    }

    /** Those that others refer to come first. */
    static List<String> inOrderOfReference(Connection connection, List<String> names) throws SQLException {
        var refersTo = new LinkedHashMap<String, Set<String>>();
        names.forEach(name -> refersTo.put(name, new LinkedHashSet<>()));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select f.relname, t.relname
                          from pg_constraint c
                          join pg_class f on f.oid = c.conrelid
                          join pg_class t on t.oid = c.confrelid
                         where c.contype = 'f' and c.conrelid <> c.confrelid
                        """)) {
            while (rows.next()) {
                if (refersTo.containsKey(rows.getString(1)) && refersTo.containsKey(rows.getString(2))) {
                    refersTo.get(rows.getString(1)).add(rows.getString(2));
                }
            }
        }
        var ordered = new LinkedHashSet<String>();
        names.forEach(name -> place(name, refersTo, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private static void place(String name, Map<String, Set<String>> refersTo, Set<String> ordered, Set<String> under) {
        if (!ordered.contains(name) && under.add(name)) {
            refersTo.getOrDefault(name, Set.of()).forEach(other -> place(other, refersTo, ordered, under));
            ordered.add(name);
        }
    }

    /** Every migration that was made, by module: two databases with the same answer have the same tables. */
    static String migrations(Connection connection) throws SQLException {
        var histories = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select tablename from pg_tables
                         where schemaname = 'public' and tablename like 'flyway\\_schema\\_history%'
                         order by tablename
                        """)) {
            while (rows.next()) {
                histories.add(rows.getString(1));
            }
        }
        var made = new StringBuilder();
        for (var history : histories) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select version, checksum from " + quoted(history)
                            + " where success and version is not null order by installed_rank")) {
                while (rows.next()) {
                    made.append(history)
                            .append(' ')
                            .append(rows.getString(1))
                            .append(' ')
                            .append(rows.getInt(2))
                            .append('\n');
                }
            }
        }
        return made.toString();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
