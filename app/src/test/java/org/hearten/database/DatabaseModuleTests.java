package org.hearten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HeartenTest
class DatabaseModuleTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void the_pool_works_as_a_role_that_owns_nothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("hearten_app");
        assertThat(jdbc.sql("select count(*) from pg_class where relowner = current_user::regrole")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_pool_may_use_the_common_tables_but_not_make_one() {
        assertThat(jdbc.sql("select count(*) from event_publication")
                        .query(Integer.class)
                        .single())
                .isNotNegative();
        assertThat(jdbc.sql("select count(*) from scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isNotNegative();
        assertThatThrownBy(() -> jdbc.sql("create table mine (id int)").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_migration_history_is_closed_to_the_pool() {
        assertThat(jdbc.sql("""
                select tablename
                  from pg_tables
                 where tablename like 'flyway%'
                   and has_table_privilege(current_user, schemaname || '.' || tablename, 'select, insert, update, delete')
                """).query(String.class).list()).isEmpty();
    }

    @Test
    void a_failure_names_the_broken_promise_and_no_value_of_the_row() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into door (kind, keyed_hash, organisation_id)
                        select 'canary', '\\x00'::bytea, gen_random_uuid() from generate_series(1, 2)
                        """).update())
                .hasStackTraceContaining("door_pkey")
                .satisfies(failed -> assertThat(stackTrace(failed)).doesNotContain("canary)", "(canary"));
    }

    private static String stackTrace(Throwable failed) {
        var text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void time_stands_still_in_tests() {
        assertThat(clock).isInstanceOf(SettableClock.class);
    }
}
