package org.hearten.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one organisation keeps here, no other sees, even by a query that forgot its where. */
@HeartenTest
@Import(Given.class)
class WallsTests {
    /** Outside the walls: ids and hashes only. Whoever adds one explains it in the migration. */
    private static final List<String> UNWALLED = List.of(
            "door",
            "due",
            "event_publication",
            "migrated",
            "organisation_list",
            "scheduled_tasks",
            "session",
            "sign_in_failure");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_table_has_forced_walls_except_the_few_that_hold_ids_and_hashes() {
        var unwalled = jdbc.sql("""
                select relname from pg_class c
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                   and not (c.relrowsecurity and c.relforcerowsecurity)
                   and relname not like 'flyway_schema_history%'
                 order by relname
                """).query(String.class).list();

        assertThat(unwalled).isEqualTo(UNWALLED);
    }

    @Test
    void every_walled_table_has_the_policy_of_its_own_organisation() {
        var without = jdbc.sql("""
                select c.relname from pg_class c
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                   and not exists (select 1 from pg_policies p
                                    where p.tablename = c.relname and p.policyname = 'own_organisation'
                                      and p.qual like '%organisation_id%hearten.organisation%')
                """).query(String.class).list();

        assertThat(without).isEmpty();
    }

    @Test
    void the_pool_can_neither_pass_the_walls_nor_move_them() {
        var role = jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        var owned = jdbc.sql("select count(*) from pg_class where pg_get_userbyid(relowner) = current_user")
                .query(Integer.class)
                .single();

        assertThat(role).isFalse();
        assertThat(owned).isZero();
    }

    @Test
    void a_query_that_forgot_its_where_shows_lakeside_nothing_of_narmada() {
        var narmada = given.narmada();
        var lakeside = given.lakeside();

        var own = given.as(narmada.with(Role.AUTHOR), () -> count("person"));
        var seen = given.as(
                lakeside.with(Role.AUTHOR),
                () -> jdbc.sql("select count(*) from person where organisation_id = :narmada")
                        .param("narmada", narmada.organisation().value())
                        .query(Integer.class)
                        .single());

        assertThat(own).isEqualTo(Role.values().length);
        assertThat(seen).isZero();
    }

    @Test
    void outside_any_walls_every_walled_table_reads_empty() {
        given.narmada();
        var walled = jdbc.sql("""
                select relname from pg_class c
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                """).query(String.class).list();

        assertThat(walled)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(count(table)).as(table).isZero());
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
