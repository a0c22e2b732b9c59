package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.keys.Keys;
import org.hearten.people.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists people open all day must not slow down as posts gather. Keep the conditions in step with {@link PostRows}. */
@HeartenTest
@Import(Given.class)
class ListsUseIndexesTests {
    private static final int MANY = 20_000;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Keys keys;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facility_id = any(:facilities) order by changed_at desc, id desc limit 31",
                "facility_id = any(:facilities) and stage = 'DRAFT' order by changed_at desc, id desc limit 31",
                "facility_id = any(:facilities) and pillar = 'SERVICES' order by changed_at desc, id desc limit 31",
                "facility_id = any(:facilities) and (changed_at, id) < (now(), 'ffffffff-ffff-ffff-ffff-ffffffffffff')"
                        + " order by changed_at desc, id desc limit 31",
                "facility_id = any(:facilities) and due_at >= now() and due_at < now() + interval '31 days'"
                        + " and stage <> 'CANCELLED' order by due_at, id"
            })
    void a_list_reads_what_it_shows_and_no_more(String conditions) {
        var narmada = given.narmada();

        var plan = given.in(narmada.organisation(), () -> {
            fill(narmada);
            jdbc.sql("set local statement_timeout = '30s'").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain select id from post where organisation_id = :organisation and " + conditions)
                            .param("organisation", narmada.organisation().value())
                            .param("facilities", new UUID[] {
                                narmada.first().value(), narmada.second().value()
                            })
                            .query(String.class)
                            .list());
        });

        assertThat(plan).contains("post_by_").doesNotContain("Seq Scan");
    }

    private void fill(Given.Cast cast) {
        if (jdbc.sql("select count(*) from post").query(Integer.class).single() < MANY) {
            jdbc.sql("""
                    insert into post (organisation_id, id, facility_id, title, body, pillar, language, stage, revision,
                                      content_hash, networks, author_id, due_at, scheduled_by, created_at, changed_at,
                                      changed_by)
                    select :organisation, gen_random_uuid(), :facility, :title, :title,
                           case when n % 5 = 0 then 'SERVICES' else 'EDUCATION' end, 'en',
                           case when n % 4 = 0 then 'DRAFT' else 'PUBLISHED' end, 1, repeat('0', 64), '{}', :author,
                           now() + (n - 10000) * interval '3 hours', :author, now(), now() - n * interval '1 minute', :author
                      from generate_series(1, :many) n
                    """)
                    .param("organisation", cast.organisation().value())
                    .param("title", keys.sealText(cast.organisation(), "post.title", "One of many"))
                    .param("facility", cast.first().value())
                    .param("author", cast.with(Role.AUTHOR).value())
                    .param("many", MANY)
                    .update();
        }
    }
}
