package org.hearten.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.channels.Network;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.people.SignedInBrowser;
import org.hearten.posts.Draft;
import org.hearten.posts.Pillar;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.posts.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@HeartenTest
@Import({Given.class, SignedInBrowser.class})
class CalendarModuleTests {
    private static final ZoneId BHOPAL = ZoneId.of("Asia/Kolkata");

    @Autowired
    Given given;

    @Autowired
    Posts posts;

    @Autowired
    Feeds feeds;

    @Autowired
    SettableClock clock;

    @Autowired
    SignedInBrowser browser;

    @Autowired
    WebApplicationContext context;

    MockMvc hearten;
    Given.Cast narmada;
    PersonId meera;

    @BeforeEach
    void cast() {
        hearten = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        narmada = given.narmada();
        meera = narmada.with(Role.AUTHOR);
    }

    @Test
    void a_post_moved_to_another_day_keeps_its_hour_and_can_be_put_back() throws Exception {
        var due = tomorrow().atTime(18, 30).atZone(BHOPAL).toInstant();
        var post = planned("Cover your water", due);

        var moved = hearten.perform(post("/calendar/posts/{post}/move", post.value())
                        .with(csrf())
                        .cookie(as(meera))
                        .param("day", tomorrow().plusDays(3).toString())
                        .param("back", "/calendar?month=2031-03"))
                .andReturn()
                .getResponse();

        assertThat(moved.getRedirectedUrl()).isEqualTo("/calendar?month=2031-03");
        assertThat(due(post)).isEqualTo(due.plus(Duration.ofDays(3)));

        hearten.perform(post("/calendar/posts/{post}/return", post.value())
                .with(csrf())
                .cookie(as(meera))
                .param("to", String.valueOf(due.getEpochSecond())));
        assertThat(due(post)).isEqualTo(due);
    }

    @Test
    void nothing_is_moved_into_the_past_or_led_elsewhere() throws Exception {
        var due = tomorrow().atTime(9, 0).atZone(BHOPAL).toInstant();
        var post = planned("Cover your water", due);

        var moved = hearten.perform(post("/calendar/posts/{post}/move", post.value())
                        .with(csrf())
                        .cookie(as(meera))
                        .param("day", "2001-01-01")
                        .param("back", "//elsewhere.example"))
                .andReturn()
                .getResponse();

        assertThat(moved.getRedirectedUrl()).isEqualTo("/calendar");
        assertThat(due(post)).isEqualTo(due);
    }

    @Test
    void the_week_shows_a_post_only_where_the_filters_let_it() throws Exception {
        planned("Seen by its kind", tomorrow().atTime(9, 0).atZone(BHOPAL).toInstant());

        assertThat(page("/calendar?week=" + tomorrow() + "&pillar=PREVENTION")).contains("Seen by its kind");
        assertThat(page("/calendar?week=" + tomorrow() + "&pillar=SERVICES")).doesNotContain("Seen by its kind");
        assertThat(page("/calendar?week=" + tomorrow() + "&network=HUB&stage=DRAFT"))
                .contains("Seen by its kind");
        assertThat(page("/calendar?week=" + tomorrow() + "&stage=APPROVED")).doesNotContain("Seen by its kind");
    }

    @Test
    void whoever_has_the_address_reads_titles_until_it_is_taken_back() throws Exception {
        planned("Cover, your water", tomorrow().atTime(9, 0).atZone(BHOPAL).toInstant());
        var secret = given.as(meera, () -> feeds.make(narmada.first(), meera));

        assertThat(feed(secret)).contains("BEGIN:VEVENT", "SUMMARY:Cover\\, your water");
        var next = given.as(meera, () -> feeds.make(narmada.first(), meera));
        assertThat(status(secret)).isEqualTo(404);
        assertThat(status(next)).isEqualTo(200);

        given.run(meera, () -> feeds.remove(narmada.first()));
        assertThat(status(next)).isEqualTo(404);
        assertThat(status("made-up")).isEqualTo(404);
    }

    private PostId planned(String title, Instant due) {
        var everywhere = Arrays.stream(Network.values()).map(Version::same).toList();
        var draft = new Draft(
                narmada.first(), title, "Empty it weekly.", Pillar.PREVENTION, "en", everywhere, List.of(), List.of());
        return given.as(meera, () -> posts.start(draft, meera, due));
    }

    private Instant due(PostId post) {
        return given.as(meera, () -> posts.get(post).dueAt());
    }

    private LocalDate tomorrow() {
        return LocalDate.ofInstant(clock.instant(), BHOPAL).plusDays(1);
    }

    private String page(String address) throws Exception {
        return hearten.perform(get(address).cookie(as(meera)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String feed(String secret) throws Exception {
        return hearten.perform(get("/calendar/feed/{secret}.ics", secret))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int status(String secret) throws Exception {
        return hearten.perform(get("/calendar/feed/{secret}.ics", secret))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Cookie as(PersonId person) {
        return browser.cookie(person);
    }
}
