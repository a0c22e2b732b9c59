package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hearten.journeys.Browser.saying;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Meera writes in Hindi on her phone: the guard understands her, two tabs lose nothing, and the doctor says yes on his. */
@Journey
class HindiOnAPhoneJourney {
    private static final String TITLE = "मलेरिया से बचाव";

    @LocalServerPort
    int port;

    @Test
    void a_hindi_post_is_written_checked_and_approved_on_phones() {
        try (var browser = new Browser(port)) {
            var meera = browser.onPhoneInHindi("meera");
            browser.look(meera, "today-hindi");
            meera.click(".tabbar .more > summary");
            assertThat(meera.locator(".more__sheet a[href='/calendar']")).isVisible();
            assertThat(meera.locator(".tabbar > a[href='/inbox']")).hasCount(0);
            browser.look(meera, "more-hindi");
            browser.go(meera, "/posts/new");
            meera.fill("input[name=title]", TITLE);
            meera.click("form[action='/posts'] .btn--primary");
            browser.settle(meera);
            var post = URI.create(meera.url()).getPath();
            meera.fill(
                    "#text",
                    "रमेश पटेल जी वार्ड 3B से 2 नवंबर को घर गए। उनका नंबर 98260 12345 है। पानी जमा न होने दें।");
            assertThat(meera.locator(".finding").filter(saying("98260 12345"))).isVisible();
            browser.look(meera, "compose-hindi");

            var other = meera.context().newPage();
            browser.go(other, post);
            other.fill("#text", "पानी जमा न होने दें, और मच्छरदानी में सोएँ।");
            assertThat(other.locator("#composer[data-state=saved]")).hasCount(1);
            meera.fill("#text", "हर हफ़्ते कूलर खाली करें।");
            assertThat(meera.locator("body")).containsText("मच्छरदानी में सोएँ");
            assertThat(meera.locator("body")).containsText("हर हफ़्ते कूलर खाली करें।");
            browser.look(meera, "compose-conflict-hindi");
            browser.assertQuiet();
        }
    }
}
