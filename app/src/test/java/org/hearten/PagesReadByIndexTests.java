package org.hearten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearten.facilities.Facilities;
import org.hearten.keys.Keys;
import org.hearten.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Every page that lists something, asked over HTTP in a house with many rows: PostgreSQL itself counts what it read without
 * an index, whatever the statement was.
 */
@HeartenTest
@Import(Given.class)
@TestPropertySource(
        properties = {
            "hearten.publishing.worker=false",
            "hearten.insights.worker=false",
            // The planner may like a walk through a whole table; here it takes one only where no index serves.
            "spring.datasource.hikari.connection-init-sql=set enable_seqscan = off"
        })
class PagesReadByIndexTests {
    private static final int MANY = 20_000;

    /** These grow with the work; the others stay as small as the house. */
    private static final List<String> GROWING = List.of(
            "post",
            "delivery",
            "delivery_attempt",
            "approval_round",
            "approval",
            "conversation",
            "message",
            "hub_page",
            "audit_entry");

    @Autowired
    Given given;

    @Autowired
    Facilities facilities;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Value("${hearten.migrate.url}")
    String owner;

    @LocalServerPort
    int port;

    @Test
    void no_list_reads_a_growing_table_from_end_to_end() {
        var narmada = given.narmada();
        fill(narmada);
        var slug = given.in(
                narmada.organisation(), () -> facilities.get(narmada.first()).slug());
        var meera = new Visit(port).signedIn(narmada.emails().get(Role.AUTHOR));
        var farah = new Visit(port).signedIn(narmada.emails().get(Role.COMPLIANCE_OFFICER));
        var kabir = new Visit(port).signedIn(narmada.emails().get(Role.COMMUNITY_MANAGER));
        var leela = new Visit(port).signedIn(narmada.emails().get(Role.AUDITOR));
        waitUntilAllIsSealed(narmada);
        var before = readWithoutIndex();
        var entriesBefore = entriesRead();

        for (var path : List.of("/", "/posts", "/posts?stage=DRAFT", "/posts?pillar=SERVICES", "/calendar")) {
            meera.get(path);
        }
        for (var path : List.of("/", "/approvals", "/publishing", "/pause")) {
            farah.get(path);
        }
        for (var path : List.of("/inbox", "/inbox?show=mine", "/inbox?show=closed")) {
            kabir.get(path);
        }
        for (var path : List.of(
                "/audit",
                "/audit?action=post",
                "/audit?person=" + narmada.with(Role.AUTHOR).value())) {
            leela.get(path);
        }
        for (var path :
                List.of("/hub/" + slug + "/en", "/hub/" + slug + "/en/feed.atom", "/hub/" + slug + "/en/feed.json")) {
            new Visit(port).get(path);
        }

        assertThat(readWithoutIndex()).isEqualTo(before);
        entriesRead()
                .forEach((table, entries) -> assertThat(entries - entriesBefore.get(table))
                        .as("entries of the indexes of " + table + " that all these pages read")
                        .isLessThan(MANY));
    }

    /** A walk through a whole index is no better than one through its table. Asked after connections ended. */
    private Map<String, Long> entriesRead() {
        var read = new HashMap<String, Long>();
        jdbc.sql("""
                select relname, sum(idx_tup_read)::bigint as entries
                  from pg_stat_user_indexes
                 where relname in (:tables)
                 group by relname
                """).param("tables", GROWING).query(row -> {
            read.put(row.getString("relname"), row.getLong("entries"));
        });
        return read;
    }

    /** Sealing so many new entries at once reads them all, which is no page's doing. */
    private void waitUntilAllIsSealed(Given.Cast cast) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> given.in(
                        cast.organisation(),
                        () -> jdbc.sql("""
                                select not exists (select 1 from audit_entry e
                                                    where not exists (select 1 from audit_link l
                                                                       where l.organisation_id = e.organisation_id
                                                                         and l.entry_id = e.id))
                                """).query(Boolean.class).single()));
    }

    /** Table by table. What a connection read is counted for certain when it has ended. */
    private Map<String, Long> readWithoutIndex() {
        var open = connections();
        pool.getHikariPoolMXBean().softEvictConnections();
        await().until(() -> Collections.disjoint(connections(), open));
        var read = new HashMap<String, Long>();
        jdbc.sql("select relname, seq_scan from pg_stat_user_tables where relname in (:tables)")
                .param("tables", GROWING)
                .query(row -> {
                    read.put(row.getString("relname"), row.getLong("seq_scan"));
                });
        assertThat(read).containsOnlyKeys(GROWING);
        return read;
    }

    private List<Integer> connections() {
        return jdbc.sql(
                        "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'")
                .query(Integer.class)
                .list();
    }

    private void fill(Given.Cast cast) {
        given.in(cast.organisation(), () -> {
            var sealed = new HashMap<String, Object>();
            sealed.put("organisation", cast.organisation().value());
            sealed.put("facility", cast.first().value());
            sealed.put("author", cast.with(Role.AUTHOR).value());
            sealed.put("many", MANY);
            sealed.put("title", keys.sealText(cast.organisation(), "post.title", "Dengue"));
            sealed.put("body", keys.sealText(cast.organisation(), "post.body", "Empty every bucket."));
            for (var word : List.of("who", "preview", "why")) {
                sealed.put(
                        word, keys.sealText(cast.organisation(), "conversation." + word, "inbox.why.question\nAsha"));
            }
            for (var statement : List.of("""
                    insert into post (organisation_id, id, facility_id, title, body, pillar, language, stage, revision,
                                      content_hash, networks, author_id, due_at, scheduled_by, created_at, changed_at,
                                      changed_by)
                    select :organisation, gen_random_uuid(), :facility, :title, :body,
                           case when n % 5 = 0 then 'SERVICES' else 'EDUCATION' end, 'en',
                           case when n % 40 = 0 then 'DRAFT' else 'PUBLISHED' end, 1, repeat('0', 64), '{HUB}', :author,
                           now() - n * interval '3 hours', :author, now(), now() - n * interval '1 minute', :author
                      from generate_series(1, :many) n
                    """, """
                    insert into delivery (organisation_id, id, post_id, facility_id, account_id, network, send_key,
                                          content_hash, state, due_at, sent_at, settled_at, attempts)
                    select organisation_id, gen_random_uuid(), id, facility_id, :facility, 'HUB', id::text,
                           content_hash, 'SENT', due_at, due_at, due_at, 1
                      from post
                     where organisation_id = :organisation and stage = 'PUBLISHED'
                    """, """
                    insert into delivery_attempt (organisation_id, delivery_id, at, what, attempt)
                    select organisation_id, id, sent_at, 'SENT', 1 from delivery where organisation_id = :organisation
                    """, """
                    insert into approval_round (organisation_id, id, post_id, facility_id, content_hash, steps, author_id,
                                                changed_by, seen, state, asked_at, closed_at)
                    select organisation_id, gen_random_uuid(), id, facility_id, content_hash, '{COMPLIANCE}', author_id,
                           changed_by, body, 'APPROVED', due_at - interval '1 day', due_at - interval '1 hour'
                      from post
                     where organisation_id = :organisation and stage = 'PUBLISHED'
                    """, """
                    insert into approval (organisation_id, id, round_id, person_id, verdict, steps, content_hash,
                                          pictures_seen, consent_seen, late, decided_at)
                    select organisation_id, gen_random_uuid(), id, :author, 'APPROVED', steps, content_hash, false, false,
                           false, closed_at
                      from approval_round
                     where organisation_id = :organisation
                    """, """
                    insert into hub_page (organisation_id, send_key, facility_id, post_id, language, title, body,
                                          picture_alts, picture_widths, picture_heights, source_titles, source_publishers,
                                          source_addresses, published_at, changed_at, comments)
                    select organisation_id, id, facility_id, id, 'en', 'Dengue', 'Empty every bucket.',
                           '{}', '{}', '{}', '{}', '{}', '{}', due_at, due_at, 0
                      from post
                     where organisation_id = :organisation and stage = 'PUBLISHED'
                    """, """
                    insert into conversation (organisation_id, id, facility_id, account_id, network, kind, who, preview,
                                              category, urgency, read_first, language, why, needs_reply, held, due_at,
                                              began_at, last_at, assigned_to, closed_at, closed_by)
                    select :organisation, gen_random_uuid(), :facility, :facility, 'HUB', 'COMMENT', :who, :preview,
                           'CLINICAL_QUESTION', 3, false, 'en', :why, n % 100 = 0, false, now(), now(), now(),
                           case when n % 200 = 0 then cast(:author as uuid) end,
                           case when n % 100 > 0 then now() - n * interval '1 minute' end,
                           case when n % 100 > 0 then cast(:author as uuid) end
                      from generate_series(1, :many) n
                    """, """
                    insert into audit_entry (organisation_id, id, recorded_at, person_id, actor, came_from, action,
                                             object_kind, object_id, facility_id)
                    select :organisation, gen_random_uuid(), now() - n * interval '1 minute', :author, 'person', 'local',
                           'post.saved', 'post', gen_random_uuid(), :facility
                      from generate_series(1, :many) n
                    """)) {
                jdbc.sql(statement).params(sealed).update();
            }
            return true;
        });
        analyse();
    }

    private void analyse() {
        try (var connection = DriverManager.getConnection(owner);
                var statement = connection.createStatement()) {
            statement.execute("analyze");
            // The connection that made the tables and their indexes counts what it read when it ends.
            statement.execute("""
                    select pg_terminate_backend(pid)
                      from pg_stat_activity
                     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                    """);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
