package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.journeys.Browser.saying;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A neighbour reads on a phone whose browser runs no scripts, writes a comment, is asked to leave the phone number out,
 * sees it stand after Kabir showed it, and takes it back with the code.
 */
@Journey
class VisitorJourney {
    private static final String HOME = "/hub/narmada-bhopal/hi";

    @LocalServerPort
    int port;

    @Test
    void a_neighbour_asks_on_the_hub_and_takes_it_back() {
        try (var browser = new Browser(port)) {
            var visitor = browser.visitorWithoutScripts();
            browser.until(visitor, HOME, "डेंगू से बचाव");
            browser.keep(visitor, "hub-home-phone-hindi");
            visitor.locator("main a").filter(saying("डेंगू से बचाव")).first().click();
            var page = URI.create(visitor.url()).getPath();
            visitor.fill("#name", "Sunita");
            visitor.fill("#text", "मेरा नंबर 98260 12345 है, कृपया बताएँ कि जाँच कब होती है?");
            visitor.click("#write > .row button.btn--primary");
            assertThat(visitor.locator(".hub-marked mark")).containsText("98260 12345");
            browser.keep(visitor, "hub-nudge-phone-hindi");
            visitor.locator("button[name=without]").click();
            var code = visitor.locator(".hub-code code").innerText();
            browser.keep(visitor, "hub-thanks-phone-hindi");
            browser.go(visitor, page);
            assertThat(visitor.locator("main")).not().containsText("जाँच कब होती है");

            kabirShows(browser);
            browser.go(visitor, page);
            assertThat(visitor.locator("main")).containsText("जाँच कब होती है");
            assertThat(visitor.locator("main")).not().containsText("98260");

            browser.go(visitor, HOME + "/withdrawal");
            visitor.fill("#code", "NOT-A-CODE");
            visitor.click("form[action$=withdrawal] button");
            assertThat(visitor.locator("[role=alert]")).isVisible();
            visitor.fill("#code", code);
            visitor.click("form[action$=withdrawal] button");
            assertThat(visitor.locator("[role=status]")).isVisible();
            browser.go(visitor, page);
            assertThat(visitor.locator("main")).not().containsText("जाँच कब होती है");
            assertThat(browser.cookies(visitor)).isZero();
            browser.assertQuiet();
        }
    }

    private static void kabirShows(Browser browser) {
        var kabir = browser.as("kabir");
        browser.until(kabir, "/inbox", "जाँच कब होती है");
        kabir.locator("a[href^='/inbox/']")
                .filter(saying("जाँच कब होती है"))
                .first()
                .click();
        browser.look(kabir, "inbox-held");
        kabir.locator("form[action$=showing] button").click();
        assertThat(kabir.locator("#reply-text")).isVisible();
    }
}
