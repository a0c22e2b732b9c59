package org.hearten.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.hearten.start.CannotStart;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs. It is refused when it is too old or when the walls would not stand in it. */
final class ExternalServer {
    private static final int OLDEST_MAJOR = 16;

    private ExternalServer() {}

    static Logins logins(DatabaseSettings settings) {
        var logins = new Logins(
                login(settings.database().url(), "--database-url"),
                login(settings.migrate().url(), "--migrate-url"));
        try (var connection = logins.pool().connect()) {
            requireVersion(connection);
            requirePlainRole(connection, logins);
        } catch (SQLException failed) {
            throw new CannotStart(
                    "The database named with --database-url did not let Hearten in: " + failed.getMessage(), failed);
        }
        return logins;
    }

    private static Login login(@Nullable String url, String option) {
        if (url == null || url.isBlank()) {
            throw new CannotStart(
                    "A database of your own takes two addresses: --database-url for the role that works with"
                            + " the rows, and --migrate-url for the role that owns the tables. " + option
                            + " is missing.");
        }
        return Login.at(url, option);
    }

    private static void requireVersion(Connection connection) throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw new CannotStart("The database is PostgreSQL " + major + ", and Hearten needs " + OLDEST_MAJOR
                    + " or newer. Upgrade it, or leave out --database-url to use the one that comes with Hearten.");
        }
    }

    private static void requirePlainRole(Connection connection, Logins logins) throws SQLException {
        try (var statement = connection.createStatement();
                var role = statement.executeQuery("""
                        select rolsuper or rolbypassrls
                          from pg_roles
                         where rolname = current_user
                        """)) {
            role.next();
            if (role.getBoolean(1) || logins.pool().role().equals(logins.owner().role())) {
                throw new CannotStart(
                        "The role " + logins.pool().role() + " of --database-url could step over the walls"
                                + " between organisations. Name a role that is no superuser, has no bypassrls and owns no table.");
            }
        }
    }
}
