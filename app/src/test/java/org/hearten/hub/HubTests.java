package org.hearten.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.channels.SendResult;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Jurisdiction;
import org.hearten.people.Role;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.Tenancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The public side over HTTP, as a browser without cookies and without script meets it. */
@HeartenTest
@Import(Given.class)
class HubTests {
    private static final Pattern CODE = Pattern.compile("<code>([0-9A-Z-]{14})</code>");
    private static final byte[] PIXEL = {(byte) 0x89, 'P', 'N', 'G'};

    @Autowired
    Given given;

    @Autowired
    HubChannel hub;

    @Autowired
    Comments comments;

    @Autowired
    Accounts accounts;

    @Autowired
    Facilities facilities;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Given.Cast narmada;
    private String slug;

    @BeforeEach
    void aNewWindow() {
        narmada = given.narmada();
        slug = given.in(
                narmada.organisation(), () -> facilities.get(narmada.first()).slug());
        clock.advance(Duration.ofMinutes(11)); // whoever wrote in the test before is forgotten
    }

    @Test
    void a_page_sets_no_cookie_asks_nobody_else_and_needs_no_script() {
        var post = publish("Dengue: five signs", "Look for fever.\n\nSee https://example.org/dengue.");

        for (var path : List.of(
                "/hub/" + slug + "/en",
                post,
                "/hub/" + slug + "/hi",
                "/hub/" + slug + "/en/nowhere",
                "/hub/nobody/en")) {
            var answer = get(path);
            assertThat(answer.headers().map()).as(path).doesNotContainKeys("set-cookie");
            assertThat(answer.headers().firstValue("content-security-policy"))
                    .as(path)
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<script")
                    .doesNotContainPattern("(src|<link[^>]+href)=\"https?:");
        }
    }

    @Test
    void a_facility_that_told_no_number_and_no_place_shows_no_button_that_leads_nowhere() {
        var bare = given.in(
                narmada.organisation(),
                () -> facilities.open(
                        "bare-" + Ids.next().toString().substring(24),
                        "Raisen Clinic",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ZoneId.of("Asia/Kolkata"),
                        Jurisdiction.IN,
                        190,
                        List.of()));
        var its = given.in(narmada.organisation(), () -> facilities.get(bare).slug());

        assertThat(get("/hub/" + its + "/en").body())
                .contains("Raisen Clinic")
                .doesNotContain("tel:\"", "Find us", "Districts we serve");
        assertThat(get("/hub/" + slug + "/en").body()).contains("tel:5550100", "Find us", "Districts we serve");
    }

    @Test
    void a_post_stands_with_its_picture_its_links_and_its_date() {
        var post = publish("Dengue: five signs", "Look for fever.\n\nSee https://example.org/dengue.");

        var answer = get(post);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<h1>Dengue: five signs</h1>", "alt=\"A mosquito net\"", "<time datetime=")
                .contains(
                        "<a href=\"https://example.org/dengue\" rel=\"nofollow ugc noopener\">https://example.org/dengue</a>.");
        assertThat(get("/hub/" + slug + "/en").body()).contains("Dengue: five signs");
        var picture = get("/hub/" + slug + "/pictures/" + post.substring(post.lastIndexOf('/') + 1) + "/0");
        assertThat(picture.headers().firstValue("content-type")).hasValue("image/png");
    }

    @Test
    void nothing_stands_at_an_unknown_address_or_at_anothers() {
        var post = publish("Only here", "Words.");
        var key = post.substring(post.lastIndexOf('/') + 1);
        var lakeside = given.lakeside();
        var other = given.in(
                lakeside.organisation(), () -> facilities.get(lakeside.first()).slug());

        for (var path : List.of(
                "/hub/" + other + "/en/posts/" + key,
                "/hub/" + slug + "/en/posts/" + UUID.randomUUID(),
                "/hub/" + slug + "/en/posts/x",
                "/hub/" + slug + "/fr",
                "/hub/nobody/en")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void words_that_look_like_code_stay_words() {
        var post = publish(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)> javascript:alert(1) https://example.org/\"onmouseover=alert(1)");
        var code = comment(post, "<b>Asha</b>", "Thanks <svg onload=alert(1)>").code();
        show(code);

        var body = get(post).body();

        assertThat(body)
                .doesNotContain("<script>", "<img src=x", "<svg onload", "<b>Asha", "href=\"javascript")
                .contains("&lt;script&gt;", "Thanks &lt;svg onload=alert(1)&gt;", "href=\"https://example.org/\"");
    }

    @Test
    void a_comment_is_held_until_a_member_of_staff_shows_it() {
        var post = publish("Held", "Words.");
        var written = comment(post, "Asha", "This helped my family.");

        assertThat(written.answer().statusCode()).isEqualTo(200);
        assertThat(get(post).body()).doesNotContain("This helped my family.");

        show(written.code());

        assertThat(get(post).body()).contains("This helped my family.", "Asha", "1 comment");
    }

    @Test
    void its_writer_takes_it_back_with_the_code_and_the_words_are_gone() {
        var post = publish("Taken back", "Words.");
        var written = comment(post, "Bilal", "I would rather not.");
        show(written.code());

        var typed = written.code().toLowerCase().replace("-", " ");
        assertThat(withdraw(typed).body()).contains("Your comment is deleted");

        assertThat(get(post).body()).doesNotContain("I would rather not.", "Bilal");
        assertThat(withdraw(written.code()).statusCode()).isEqualTo(422);
        assertThat(given.in(
                        narmada.organisation(),
                        () -> jdbc.sql("""
                        select count(*) from hub_comment where state = 'WITHDRAWN' and octet_length(body) > 0
                        """).query(Integer.class).single()))
                .isZero();
    }

    @Test
    void a_machine_that_fills_the_hidden_field_is_thanked_and_forgotten() {
        var post = publish("Trap", "Words.");
        var before = count();

        var answer = post(post + "/comments", Map.of("text", "Buy now", "website", "https://spam.example.org"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("deletion code");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void a_form_of_another_site_is_refused() {
        var post = publish("Origin", "Words.");
        var before = count();

        var answer = send(form(post + "/comments", Map.of("text", "From elsewhere"))
                .setHeader("Origin", "https://evil.example.org"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whoever_writes_too_much_waits_and_loses_no_word() {
        var post = publish("Often", "Words.");
        for (int each = 0; each < 5; each++) {
            assertThat(comment(post, "", "Comment number " + each).answer().statusCode())
                    .isEqualTo(200);
        }

        var sixth = comment(post, "", "One too many words").answer();
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("One too many words");

        clock.advance(Duration.ofMinutes(11));
        assertThat(comment(post, "", "One too many words").answer().statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_double_click_is_one_comment() {
        var post = publish("Twice", "Words.");
        var before = count();

        comment(post, "Asha", "Only once, please.");
        comment(post, "Asha", "Only once, please.");

        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void a_phone_number_is_shown_to_its_writer_before_anyone_else_sees_it() {
        var post = publish("Nudge", "Words.");
        var before = count();

        var asked = comment(post, "", "Please call me on 98260 12345 about the camp.")
                .answer();

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("<mark class=\"g is-warn\">", "Send it without this");
        assertThat(count()).isEqualTo(before);
        assertThat(comment(post, "", "Please call me on 98260 12345 about the camp.", "names")
                        .answer()
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void long_and_empty_comments_are_explained() {
        var post = publish("Limits", "Words.");

        assertThat(comment(post, "", " ").answer().body()).contains("Write a few words first");
        assertThat(comment(post, "", "a".repeat(2_001)).answer().body()).contains("longer than 2,000 letters");
        assertThat(comment(post, "a".repeat(61), "Hello").answer().body()).contains("longer than 60 letters");
        assertThat(comment(post, "", "म".repeat(2_000)).answer().statusCode()).isEqualTo(200);
    }

    @Test
    void the_feeds_can_be_read_by_a_machine() throws Exception {
        publish("Feed & <friends>", "A \u0001 control character and \uD83D\uDC4B.");

        var atom = get("/hub/" + slug + "/en/feed.atom");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(atom.body().getBytes(UTF_8)));
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("feed");
        assertThat(document.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("Feed & <friends>");
        assertThat(document.getElementsByTagName("updated").getLength()).isGreaterThan(1);
        assertThat(atom.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).contains("atom+xml"));

        var json = JsonMapper.builder()
                .build()
                .readTree(get("/hub/" + slug + "/en/feed.json").body());
        assertThat(json.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.get("items").get(0).get("title").asString()).isEqualTo("Feed & <friends>");
        assertThat(json.get("items").get(0).get("url").asString()).startsWith("http://localhost:" + port + "/hub/");
    }

    @Test
    void an_unchanged_page_is_not_sent_twice() {
        var post = publish("Unchanged", "Words.");
        var tag = get(post).headers().firstValue("etag").orElseThrow();

        assertThat(send(request(post).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);

        show(comment(post, "", "Something new.").code());
        assertThat(send(request(post).header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_post_taken_down_is_gone_and_a_late_sending_of_it_is_refused() {
        var account = account();
        var key = hub.mintKey(Instant.now());
        inside(() -> hub.remove(account, key, null));

        assertThat(inside(() -> hub.send(account, key, outgoing("Too late", "Words."))))
                .isInstanceOf(SendResult.Refused.class);
        assertThat(get("/hub/" + slug + "/en").body()).doesNotContain("Too late");
    }

    @Test
    void no_words_of_a_visitor_lie_open_in_the_database() {
        var post = publish("Canary", "Words.");
        comment(post, "Canaryname", "canary-in-a-comment");

        assertThat(given.in(
                        narmada.organisation(),
                        () -> jdbc.sql("""
                        select count(*) from hub_comment
                         where position(convert_to('anary', 'UTF8') in body || author || body_hash) > 0
                        """).query(Integer.class).single()))
                .isZero();
    }

    private record Commented(HttpResponse<String> answer, String code) {}

    private Commented comment(String post, String name, String text, String... keep) {
        var fields = new java.util.HashMap<>(Map.of("name", name, "text", text));
        if (keep.length > 0) {
            fields.put("keep", keep[0]);
        }
        var answer = post(post + "/comments", fields);
        var code = CODE.matcher(answer.body());
        return new Commented(answer, code.find() ? code.group(1) : "");
    }

    private HttpResponse<String> withdraw(String code) {
        return post("/hub/" + slug + "/en/withdrawal", Map.of("code", code));
    }

    private void show(String code) {
        var kabir = narmada.with(Role.COMMUNITY_MANAGER);
        given.run(kabir, () -> {
            var id = jdbc.sql("select id from hub_comment where code_hash is not null order by turn desc limit 1")
                    .query(UUID.class)
                    .single();
            assertThat(code).isNotEmpty();
            comments.show(new CommentId(narmada.organisation(), id), kabir);
        });
    }

    private int count() {
        return given.in(
                narmada.organisation(),
                () -> jdbc.sql("select count(*) from hub_comment")
                        .query(Integer.class)
                        .single());
    }

    private String publish(String title, String text) {
        clock.advance(Duration.ofSeconds(1));
        var result = inside(() -> hub.send(account(), hub.mintKey(clock.instant()), outgoing(title, text)));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).ref().url();
    }

    private Outgoing outgoing(String title, String text) {
        var picture = new Picture(PIXEL, "image/png", "A mosquito net", 1600, 900);
        return new Outgoing(title, text, "en", List.of(picture), null, narmada.first(), UUID.randomUUID());
    }

    private org.hearten.channels.AccountId account() {
        return given.in(narmada.organisation(), () -> accounts.of(narmada.first())).stream()
                .filter(account -> account.network() == Network.HUB)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return tenancy.as(Caller.system(narmada.organisation(), "test"), work);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://localhost:" + port)
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
