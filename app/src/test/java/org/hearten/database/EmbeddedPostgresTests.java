package org.hearten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hearten.start.CannotStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    @TempDir
    Path folder;

    EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        postgres = startAgain();
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void rows_outlive_a_stop_and_a_start() throws SQLException {
        remember("Meera");

        postgres.close();
        postgres = startAgain();

        assertThat(remembered()).isEqualTo("Meera");
    }

    @Test
    void a_server_killed_alone_is_back_by_itself_with_every_row() throws Exception {
        remember("Farah");
        var killed = postgres.pid();

        Signals.send("KILL", killed);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers() && postgres.pid() != killed);
        assertThat(remembered()).isEqualTo("Farah");
    }

    @Test
    void a_server_left_over_from_a_killed_run_is_replaced() throws Exception {
        remember("Kabir");
        var leftOver = postgres.pid();
        postgres.abandon();

        postgres = startAgain();

        assertThat(ProcessHandle.of(leftOver)).isEmpty();
        assertThat(remembered()).isEqualTo("Kabir");
    }

    @Test
    void a_process_number_that_went_to_another_program_does_not_stop_the_start() throws IOException {
        postgres.close();
        Files.writeString(
                folder.resolve("data/postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/elsewhere\n");

        postgres = startAgain();

        assertThat(answers()).isTrue();
    }

    @Test
    void a_second_hearten_on_the_same_folder_is_told_so() {
        assertThatThrownBy(this::startAgain)
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "Another Hearten is using the data folder %s. Stop it first, or name another folder with --data."
                                .formatted(folder.resolve("data")));
    }

    @Test
    void a_folder_of_another_major_version_is_refused() throws IOException {
        postgres.close();
        Files.writeString(folder.resolve("data/postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(this::startAgain)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("written by PostgreSQL 17");
    }

    @Test
    void the_wrong_keys_folder_is_said_before_anything_runs() {
        postgres.close();

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("data"), folder.resolve("other"), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--keys");
    }

    @Test
    void nobody_enters_without_the_password() {
        var pool = postgres.logins().pool();

        assertThatThrownBy(() -> new Login(pool.url(), pool.role(), "guess").connect())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> new Login(pool.url(), EmbeddedPostgres.SUPERUSER, "").connect())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void passwords_are_for_one_pair_of_eyes_and_outside_the_data_folder() throws IOException {
        try (var keys = Files.list(folder.resolve("keys"))) {
            assertThat(keys)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void the_server_writes_through_and_sorts_the_same_everywhere() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show server_encoding")).isEqualTo("UTF8");
        assertThat(ask("select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'hearten'"))
                .isEqualTo("b C.UTF-8");
    }

    @Test
    void neither_role_can_step_over_the_walls_by_itself() throws SQLException {
        assertThat(ask("""
                select string_agg(rolname, ', ')
                  from pg_roles
                 where rolname like 'hearten%'
                   and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """)).isNull();
    }

    private EmbeddedPostgres startAgain() {
        return UnpackedOnce.start(folder.resolve("data"), folder.resolve("keys"), true);
    }

    private boolean answers() {
        try {
            return "1".equals(ask("select 1"));
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void remember(String name) throws SQLException {
        try (var connection = postgres.logins().owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("create table person as select '" + name + "' as name");
        }
    }

    private String remembered() throws SQLException {
        try (var connection = postgres.logins().owner().connect();
                var rows = connection.createStatement().executeQuery("select name from person")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String ask(String question) throws SQLException {
        try (var connection = postgres.logins().pool().connect();
                var rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
