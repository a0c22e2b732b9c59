package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hearten.journeys.Browser.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import javax.imageio.ImageIO;
import org.hearten.SettableClock;
import org.hearten.peers.BlueskyMember;
import org.hearten.peers.BlueskyNetwork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A post travels from an idea to two networks, and its answers come home: Meera writes, Dr Anand and Farah approve, it
 * goes out at 18:30 on the Hub and on a real Bluesky network, Grace asks something there, Kabir answers, and Farah finds
 * all of it in the record.
 */
@Journey
class MainJobJourney {
    private static final ZoneId BHOPAL = ZoneId.of("Asia/Kolkata");
    private static final String TITLE = "Empty the cooler, keep dengue away";
    private static final String IDEA =
            "Rahul from Ward 3B went home on 2 November. Papaya leaf juice cures dengue. Empty coolers and pots every week.";
    private static final String BETTER =
            "Dengue mosquitoes breed in clean, still water. Empty coolers, pots and tyres once a week. Fever for more than two days? See a doctor.";

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Test
    void a_post_travels_from_an_idea_to_two_networks_and_its_answers_come_home() throws IOException {
        var bluesky = BlueskyNetwork.running();
        clock.set(yesterdayAt(LocalTime.of(14, 0)));
        try (var browser = new Browser(port)) {
            connect(browser, bluesky);
            var post = write(browser);
            approve(browser, post, "anand");
            approve(browser, post, "farah");
            clock.set(yesterdayAt(LocalTime.of(18, 30)));
            goesOutOnBoth(browser, post);
            var stands = standsOnBluesky(bluesky);
            var question = grace(bluesky).answer(stands, stands, "On which days can I be tested for dengue?");
            grace(bluesky).like(stands);
            bluesky.settle();
            answer(browser, bluesky, question);
            countsCome(browser, post);
            visitorReads(browser);
            allOfItIsInTheRecord(browser);
            browser.assertQuiet();
        } finally {
            clock.backToRealTime();
        }
    }

    private static Instant yesterdayAt(LocalTime time) {
        return ZonedDateTime.now(BHOPAL).minusDays(1).with(time).toInstant();
    }

    private static BlueskyMember grace(BlueskyNetwork bluesky) {
        return bluesky.member("grace-visits");
    }

    private static void connect(Browser browser, BlueskyNetwork bluesky) {
        var nadia = browser.as("nadia");
        browser.go(nadia, "/channels");
        var hospital = bluesky.account("bhopal-hospital");
        nadia.selectOption("#bluesky-facility", new SelectOption().setLabel("Bhopal Hospital"));
        nadia.fill("#bluesky-handle", hospital.handle());
        nadia.fill("#bluesky-server", bluesky.pds().toString());
        nadia.fill("#bluesky-password", "this-is-not-it");
        nadia.click("#connect-bluesky button[type=submit]");
        assertThat(nadia.locator("#bluesky-problem")).isVisible();
        nadia.fill("#bluesky-password", hospital.appPassword());
        nadia.click("#connect-bluesky button[type=submit]");
        assertThat(nadia.locator("main .strong").getByText(hospital.handle())).isVisible();
        browser.look(nadia, "channels");
    }

    private static String write(Browser browser) throws IOException {
        var meera = browser.as("meera");
        browser.go(meera, "/posts/new");
        meera.fill("input[name=title]", TITLE);
        meera.click("text=Start writing");
        browser.settle(meera);
        var path = URI.create(meera.url()).getPath();
        meera.fill("#text", IDEA);
        assertThat(meera.locator(".finding").filter(saying("Rahul"))).isVisible();
        assertThat(meera.locator(".finding").filter(saying("cures dengue"))).isVisible();
        browser.look(meera, "compose-findings");
        takeWhatTheGuardOffers(browser, meera);
        assertThat(meera.inputValue("#text")).doesNotContain("Rahul", "3B", "cures");
        meera.fill("#text", BETTER);
        source(
                meera,
                0,
                "Dengue and severe dengue",
                "World Health Organization",
                "https://www.who.int/news-room/fact-sheets/detail/dengue-and-severe-dengue");
        meera.click("#sources button[type=submit]");
        browser.settle(meera);
        source(
                meera,
                1,
                "National guidelines for dengue",
                "National Center for Vector Borne Diseases Control",
                "https://ncvbdc.mohfw.gov.in/");
        meera.setInputFiles("#file", new FilePayload("pots.png", "image/png", picture()));
        meera.fill("#alt", "Water pots turned over in a yard.");
        meera.check("input[name=clean]");
        meera.click("#pictures button[type=submit]");
        assertThat(meera.locator(".attach img")).isVisible();
        meera.click("#when summary");
        meera.fill("#day", ZonedDateTime.now(BHOPAL).minusDays(1).toLocalDate().toString());
        meera.fill("#time", "18:30");
        meera.click("#when .btn--primary");
        browser.settle(meera);
        browser.look(meera, "compose-ready");
        meera.click("#send form[action$=submission] button");
        browser.settle(meera);
        assertThat(meera.locator("main")).containsText("In review");
        browser.go(meera, "/calendar");
        assertThat(meera.locator("main").getByText(TITLE).first()).isVisible();
        browser.look(meera, "calendar");
        return path;
    }

    private static void takeWhatTheGuardOffers(Browser browser, Page meera) {
        var offers = meera.locator(".finding button[formaction*=replacements]");
        for (var click = 0; click < 8 && offers.count() > 0; click++) {
            offers.first().click();
            browser.settle(meera);
        }
    }

    private static void source(Page page, int number, String title, String publisher, String address) {
        page.locator("input[name=source-title]").nth(number).fill(title);
        page.locator("input[name=source-publisher]").nth(number).fill(publisher);
        page.locator("input[name=source-address]").nth(number).fill(address);
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(0xE9, 0xB9, 0x6E), 0, 800, new Color(0x2F, 0x7C, 0x86)));
        paint.fillRect(0, 0, 1200, 800);
        paint.setColor(new Color(0xB8, 0x5C, 0x38));
        for (var pot = 0; pot < 4; pot++) {
            paint.fillOval(120 + pot * 260, 420, 190, 210);
        }
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void approve(Browser browser, String post, String who) {
        var page = browser.as(who);
        browser.go(page, "/approvals?post=" + post.substring(post.lastIndexOf('/') + 1));
        assertThat(page.locator("#sheet-title")).hasText(TITLE);
        browser.look(page, "approvals-" + who);
        page.check("input[name=pictures]");
        page.click("button[data-key=a]");
        browser.settle(page);
    }

    private static void goesOutOnBoth(Browser browser, String post) {
        var meera = browser.as("meera");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            browser.go(meera, post);
            assertThat(meera.locator(".delivery .badge.is-ok"))
                    .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(100));
        });
        meera.locator(".delivery__why summary").first().click();
        browser.look(meera, "publish-history");
    }

    private static BlueskyMember.Ref standsOnBluesky(BlueskyNetwork bluesky) {
        bluesky.settle();
        var posts = bluesky.postsOf(bluesky.account("bhopal-hospital")).stream()
                .filter(post -> post.text().equals(BETTER))
                .toList();
        assertThat(posts).hasSize(1);
        return posts.getFirst().ref();
    }

    private void answer(Browser browser, BlueskyNetwork bluesky, BlueskyMember.Ref question) {
        var kabir = browser.as("kabir");
        browser.until(kabir, "/inbox", "tested for dengue");
        kabir.locator("a[href^='/inbox/']")
                .filter(saying("tested for dengue"))
                .first()
                .click();
        browser.settle(kabir);
        kabir.fill("#reply-text", "We are sorry your mother's dengue report of Tuesday was late.");
        assertThat(kabir.locator("#reply-check .finding")).isVisible();
        browser.look(kabir, "inbox-guarded");
        kabir.fill(
                "#reply-text",
                "Thank you for asking. Our laboratory tests for dengue every day from 8 am. Call 0755 555 0100 to ask; in an emergency call 108.");
        assertThat(kabir.locator("#reply-check .finding")).hasCount(0);
        kabir.click("#answer button.btn--primary");
        assertThat(kabir.locator("form[action$=undo] button")).isVisible();
        clock.advance(Duration.ofSeconds(11)); // until then it can be taken back
        assertThat(kabir.locator(".inbox-ours .good")).isVisible();
        browser.look(kabir, "inbox-answered");
        bluesky.settle();
        assertThat(bluesky.postsOf(bluesky.account("bhopal-hospital")))
                .filteredOn(post -> question.uri().equals(post.answers()))
                .singleElement()
                .satisfies(post -> assertThat(post.text()).contains("every day from 8 am"));
    }

    private void countsCome(Browser browser, String post) {
        clock.advance(Duration.ofMinutes(6));
        var meera = browser.as("meera");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            browser.go(meera, post);
            assertThat(meera.locator(".numbers")
                            .filter(saying("Bluesky"))
                            .locator("dd")
                            .first())
                    .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(100));
        });
        browser.look(meera, "numbers");
    }

    private static void visitorReads(Browser browser) {
        var visitor = browser.visitor();
        browser.go(visitor, "/hub/narmada-bhopal/en");
        browser.look(visitor, "hub-home");
        visitor.locator("main").getByText(TITLE).first().click();
        browser.settle(visitor);
        assertThat(visitor.locator("main")).containsText("Dr Anand Tiwari");
        browser.look(visitor, "hub-post");
        assertThat(browser.cookies(visitor)).isZero();
    }

    private static void allOfItIsInTheRecord(Browser browser) {
        var farah = browser.as("farah");
        browser.until(farah, "/audit", "The record is whole");
        browser.look(farah, "audit");
    }
}
