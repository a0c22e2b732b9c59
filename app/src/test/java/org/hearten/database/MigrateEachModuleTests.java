package org.hearten.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.hearten.start.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MigrateEachModuleTests {
    private final Logins logins = FreshDatabase.create();
    private final MigrateEachModule migrate =
            new MigrateEachModule(new PathMatchingResourcePatternResolver(), logins.owner());
    private final Flyway flyway = Flyway.configure()
            .dataSource(
                    logins.owner().url(), logins.owner().role(), logins.owner().password())
            .placeholders(Map.of("pool", logins.pool().role()))
            .load();

    @BeforeEach
    void firstStart() {
        migrate.migrate(flyway);
    }

    @Test
    void a_second_start_finds_nothing_to_do() {
        assertThatCode(() -> migrate.migrate(flyway)).doesNotThrowAnyException();
    }

    @Test
    void tables_of_a_newer_hearten_are_left_alone_and_it_is_said_so() throws SQLException {
        asOwner("""
                insert into flyway_schema_history_policies (installed_rank, version, description, type, script, checksum,
                                                            installed_by, installed_on, execution_time, success)
                values (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'somebody', now(), 1, true)
                """, "update migrated set fingerprint = 'of a newer one'");

        assertThatThrownBy(() -> migrate.migrate(flyway))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(
                        "The tables of policies were made by a newer or another Hearten than this one.");
    }

    @Test
    void a_step_that_fails_is_said_in_one_sentence() throws SQLException {
        asOwner(
                "drop table flyway_schema_history_policies",
                "update migrated set fingerprint = 'forgotten'"); // its tables stand, so making them again fails

        assertThatThrownBy(() -> migrate.migrate(flyway))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(
                        "The tables of policies could not be brought up to date: ERROR: relation \"pause\"")
                .hasMessageEndingWith("What was there before is untouched.");
    }

    private void asOwner(String... statements) throws SQLException {
        try (var connection = logins.owner().connect();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
