package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Meera's session ends while she writes: nothing leads her away, and once she signs in again her words are saved. */
@Journey
class SignedOutWhileWritingJourney {
    private static final String TITLE = "Boil, cool, drink";
    private static final String WORDS = "Water from the flood stays unsafe for days. Boil it for one minute.";

    @LocalServerPort
    int port;

    @Test
    void words_typed_after_the_session_ended_are_saved_after_signing_in_elsewhere() {
        try (var browser = new Browser(port)) {
            var meera = browser.as("meera");
            browser.go(meera, "/posts/new");
            meera.fill("input[name=title]", TITLE);
            meera.click("form[action='/posts'] .btn--primary");
            browser.settle(meera);
            var post = URI.create(meera.url()).getPath();

            var phone = browser.onPhoneInHindi("meera");
            browser.go(phone, "/me");
            phone.click("form[action='/sign-out/everywhere'] button");
            browser.settle(phone);

            meera.fill("#text", WORDS);
            assertThat(meera.locator("#flash")).containsText("You are signed out");
            assertThat(meera.locator("#text")).hasValue(WORDS);

            var other = meera.context().newPage();
            browser.go(other, "/sign-in");
            other.fill("#email", "meera@narmada.example.org");
            other.fill("#password", Browser.PASSWORD);
            other.click("form[action='/sign-in'] button[type=submit]");
            other.waitForURL(browser.address() + "/");

            meera.locator("#text").pressSequentially(" Then cool it.");
            assertThat(meera.locator("#composer[data-state=saved]")).hasCount(1);
            browser.go(other, post);
            assertThat(other.locator("#text")).hasValue(WORDS + " Then cool it.");
        }
    }
}
