package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hearten.journeys.Browser.saying;

import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.time.Duration;
import org.hearten.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Farah stops everything at once; what is due waits and says why; after the release it goes out; then she takes it down. */
@Journey
class PauseJourney {
    private static final String TITLE = "Open on Sunday too";

    /** A held delivery asks its rules again after this at the latest. */
    private static final Duration ASKED_AGAIN_WITHIN = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Test
    void everything_stops_at_once_and_a_published_post_comes_down() {
        try (var browser = new Browser(port)) {
            var farah = browser.as("farah");
            browser.go(farah, "/pause");
            farah.fill("#reason", "A bus accident near Sehore: nothing cheerful goes out today");
            farah.click("form[action='/pause'] button");
            assertThat(farah.locator("main")).containsText("A bus accident near Sehore");
            browser.look(farah, "pause");

            var post = write(browser);
            browser.go(farah, "/approvals?post=" + post.substring(post.lastIndexOf('/') + 1));
            farah.click("button[data-key=a]");
            var meera = browser.as("meera");
            browser.until(meera, post, "Why was it not sent?");
            browser.look(meera, "publish-held");

            browser.go(farah, "/pause");
            farah.locator("form[action$=release] button").first().click();
            clock.advance(ASKED_AGAIN_WITHIN);
            browser.until(meera, post, "Went out");

            browser.go(farah, post);
            farah.click("button[data-opens=take-down]");
            browser.look(farah, "take-down");
            farah.locator("#take-down button[type=submit]").click();
            assertThat(farah.locator("#deliveries .notice.is-ok")).isVisible();
            browser.look(farah, "taken-down");
            var visitor = browser.visitor();
            browser.go(visitor, "/hub/narmada-sehore/en");
            assertThat(visitor.locator("main")).not().containsText(TITLE);
            browser.assertQuiet();
        } finally {
            clock.backToRealTime();
        }
    }

    private static String write(Browser browser) {
        var meera = browser.as("meera");
        browser.go(meera, "/posts/new");
        meera.fill("input[name=title]", TITLE);
        meera.locator("label.chip, .chip").filter(saying("Services")).first().click();
        meera.selectOption("select[name=facility]", new SelectOption().setLabel("Sehore Clinic"));
        meera.click("text=Start writing");
        browser.settle(meera);
        var path = URI.create(meera.url()).getPath();
        meera.fill("#text", "From this week the clinic opens on Sundays from 9 am to 1 pm.");
        meera.click("#when summary");
        meera.click("text=As soon as it is approved");
        browser.settle(meera);
        meera.click("#send form[action$=submission] button");
        browser.settle(meera);
        assertThat(meera.locator("main")).containsText("In review");
        return path;
    }
}
