package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hearten.journeys.Browser.saying;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import org.hearten.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Kabir saves an answer in both languages, uses it for a question asked in Hindi, leaves a note for Farah, takes the answer
 * back, and sends it after all.
 */
@Journey
class SavedAnswerJourney {
    private static final String HOME = "/hub/narmada-bhopal/hi";
    private static final String QUESTION = "गाड़ी खड़ी करने की जगह कहाँ है?";
    private static final String ANSWER = "पार्किंग मुख्य द्वार के बाईं ओर है और निःशुल्क है।";
    private static final Duration UNTIL_IT_LEAVES = Duration.ofSeconds(11);

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void backToRealTime() {
        clock.backToRealTime();
    }

    @Test
    void what_was_saved_is_said_in_the_readers_language_and_can_be_taken_back() {
        try (var browser = new Browser(port)) {
            var page = ask(browser);
            var kabir = browser.as("kabir");
            save(browser, kabir);
            browser.until(kabir, "/inbox", QUESTION);
            kabir.locator("a[href^='/inbox/']").filter(saying(QUESTION)).first().click();
            kabir.locator("form[action$=showing] button").click();
            browser.settle(kabir);

            kabir.locator("#answer summary").click();
            browser.look(kabir, "inbox-saved-answers");
            kabir.locator("#answer button[name=phrase]")
                    .filter(saying("Parking"))
                    .click();
            assertThat(kabir.locator("#reply-text")).hasValue(ANSWER);
            note(browser, kabir);
            assertThat(kabir.locator("#reply-text")).hasValue(ANSWER);

            kabir.click("#answer button.btn--primary");
            assertThat(kabir.locator("form[action$=undo] button")).isVisible();
            browser.look(kabir, "inbox-answer-can-be-taken-back");
            kabir.locator("form[action$=undo] button").click();
            assertThat(kabir.locator("#reply-text")).hasValue(ANSWER);
            assertThat(kabir.locator(".inbox-ours")).hasCount(0);

            kabir.click("#answer button.btn--primary");
            assertThat(kabir.locator("form[action$=undo] button")).isVisible();
            clock.advance(UNTIL_IT_LEAVES);
            assertThat(kabir.locator(".inbox-ours .good")).isVisible();
            var visitor = browser.visitor();
            browser.go(visitor, page);
            assertThat(visitor.locator("main")).containsText(ANSWER);
            assertThat(visitor.locator("main")).not().containsText("Farah knows");
            browser.assertQuiet();
        }
    }

    private static String ask(Browser browser) {
        var visitor = browser.visitor();
        browser.until(visitor, HOME, "डेंगू से बचाव");
        visitor.locator("main a").filter(saying("डेंगू से बचाव")).first().click();
        var page = URI.create(visitor.url()).getPath();
        visitor.fill("#text", QUESTION);
        visitor.click("#write > .row button.btn--primary");
        assertThat(visitor.locator(".hub-code code")).isVisible();
        return page;
    }

    private static void save(Browser browser, Page kabir) {
        browser.go(kabir, "/phrases");
        kabir.fill("#name-new", "Parking");
        kabir.fill("#english-new", "You can park free of charge to the left of the main gate of {facility}.");
        kabir.fill("#hindi-new", ANSWER);
        kabir.click("form[action='/phrases'] button");
        assertThat(kabir.locator("#flash")).containsText("The answer is saved");
        browser.look(kabir, "saved-answers");
    }

    private static void note(Browser browser, Page kabir) {
        kabir.locator(".inbox-note-form summary").click();
        kabir.fill("#note", "Farah knows when the gate is closed.");
        kabir.locator(".inbox-note-form button").click();
        browser.settle(kabir);
        assertThat(kabir.locator(".inbox-note")).containsText("Farah knows");
    }
}
