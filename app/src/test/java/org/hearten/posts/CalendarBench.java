package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.hearten.Given;
import org.hearten.Visit;
import org.hearten.database.DurableDatabase;
import org.hearten.keys.Keys;
import org.hearten.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month of 500 posts among 100,000: the whole answer of the server against its SQL alone. Run by {@code bench/calendar}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({Given.class, CalendarBench.ServerTime.class})
class CalendarBench {
    private static final int POSTS = 100_000;
    private static final int IN_THE_MONTH = 500;
    private static final int WARM_UP = 4_000;
    private static final int TIMES = 201;
    private static final double LIMIT = 3.0;
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    static {
        DurableDatabase.forThisProcess();
    }

    @Autowired
    Given given;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ServerTime server;

    @LocalServerPort
    int port;

    @Test
    void a_month_among_many() {
        var narmada = given.narmada();
        fill(narmada);
        var meera = new Visit(port).signedIn(narmada.emails().get(Role.AUTHOR));

        var page = server.median(() -> meera.get("/calendar?month=" + MONTH));
        assertThat(meera.get("/calendar?month=" + MONTH + "&view=list").split("/posts/").length)
                .isGreaterThan(IN_THE_MONTH);
        var sql = medianOf(() -> given.in(narmada.organisation(), () -> sqlAlone(narmada)));

        System.out.printf(
                Locale.ROOT,
                "bench/calendar: month of %d posts among %d: server %.2f ms, its SQL alone %.2f ms; ratio %.2f (limit <= %.1f: %s)%n",
                IN_THE_MONTH,
                POSTS,
                page,
                sql,
                page / sql,
                LIMIT,
                page / sql <= LIMIT ? "reached" : "NOT reached");
    }

    /** The rows as they come over the wire, nothing opened and nothing drawn. */
    private int sqlAlone(Given.Cast narmada) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, title, pillar, language, stage, networks, due_at, author_id,
                       changed_at
                  from post
                 where organisation_id = :organisation
                   and facility_id = any(:facilities)
                   and due_at >= :from
                   and due_at < :until
                   and stage <> 'CANCELLED'
                 order by due_at, id
                """)
                .param("organisation", narmada.organisation().value())
                .param("facilities", new UUID[] {narmada.first().value()})
                .param("from", MONTH.atDay(1).minusDays(6).atStartOfDay(ZONE).toOffsetDateTime())
                .param(
                        "until",
                        MONTH.atEndOfMonth().plusDays(7).atStartOfDay(ZONE).toOffsetDateTime())
                .query((row, number) -> row.getBytes("title"))
                .list()
                .size();
    }

    /** From the first filter to the last byte handed over; only here. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ServerTime {
        private volatile long took;

        @Bean
        FilterRegistrationBean<Filter> stopwatch() {
            var first = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                var begin = System.nanoTime();
                chain.doFilter(request, response);
                took = System.nanoTime() - begin;
            });
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }

        double median(Runnable request) {
            return CalendarBench.median(() -> {
                request.run();
                return took;
            });
        }
    }

    private static double medianOf(Runnable work) {
        return median(() -> {
            var begin = System.nanoTime();
            work.run();
            return System.nanoTime() - begin;
        });
    }

    private static double median(LongSupplier work) {
        var took = LongStream.generate(work)
                .limit(WARM_UP + TIMES)
                .skip(WARM_UP)
                .sorted()
                .toArray();
        return took[TIMES / 2] / 1e6;
    }

    /** 500 in that month, the others spread over the years before it. */
    private void fill(Given.Cast narmada) {
        var first = MONTH.atDay(1).atStartOfDay(ZONE).toOffsetDateTime();
        given.in(narmada.organisation(), () -> {
            for (var part : List.of(IN_THE_MONTH, POSTS - IN_THE_MONTH)) {
                jdbc.sql("""
                        insert into post (organisation_id, id, facility_id, title, body, pillar, language, stage, revision,
                                          content_hash, networks, author_id, due_at, scheduled_by, created_at, changed_at,
                                          changed_by)
                        select :organisation, gen_random_uuid(), :facility, :title, :title, 'EDUCATION', 'en', 'PUBLISHED',
                               1, repeat('0', 64), '{HUB,BLUESKY}', :author,
                               case when :inside then :first + n * interval '80 minutes'
                                    else :first - interval '10 days' - n * interval '17 minutes' end,
                               :author, now(), now() - n * interval '1 minute', :author
                          from generate_series(1, :many) n
                        """)
                        .param("organisation", narmada.organisation().value())
                        .param("facility", narmada.first().value())
                        .param(
                                "title",
                                keys.sealText(narmada.organisation(), "post.title", "Dengue: empty every bucket"))
                        .param("author", narmada.with(Role.AUTHOR).value())
                        .param("inside", part == IN_THE_MONTH)
                        .param("first", first)
                        .param("many", part)
                        .update();
            }
            return true;
        });
    }
}
