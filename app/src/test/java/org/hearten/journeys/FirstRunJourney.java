package org.hearten.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.hearten.HeartenTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nadia installs an empty Hearten for a clinic in Illinois: no account exists before she makes the first one. */
@HeartenTest
class FirstRunJourney {
    @LocalServerPort
    int port;

    @Test
    void an_empty_hearten_asks_for_its_organisation_and_has_no_default_password() {
        try (var browser = new Browser(port)) {
            var nadia = browser.visitor();
            browser.go(nadia, "/");
            assertThat(nadia).hasURL(browser.address() + "/welcome");
            nadia.fill("[name=organisation]", "Lakeside Health");
            nadia.fill("[name=facilityName]", "Lakeside Clinic");
            nadia.fill("[name=slug]", "lakeside");
            nadia.fill("[name=zone]", "America/Springfield");
            nadia.selectOption("#jurisdiction", "US");
            nadia.fill("[name=name]", "Nadia");
            nadia.fill("[name=email]", "nadia@lakeside.example.org");
            nadia.fill("[name=password]", "short");
            nadia.click("form[action='/welcome'] button[type=submit]");
            browser.settle(nadia);
            assertThat(nadia.locator("[name=organisation]")).hasValue("Lakeside Health");
            browser.look(nadia, "welcome-problems");
            nadia.fill("[name=zone]", "America/Chicago");
            nadia.fill("[name=password]", "four quiet words by the lake");
            nadia.click("form[action='/welcome'] button[type=submit]");
            browser.settle(nadia);
            if (nadia.locator("#password").isVisible()) {
                nadia.fill("#email", "nadia@lakeside.example.org");
                nadia.fill("#password", "four quiet words by the lake");
                nadia.click("form[action='/sign-in'] button[type=submit]");
                browser.settle(nadia);
            }
            assertThat(nadia.locator("body")).containsText("Nadia");
            browser.look(nadia, "today-empty");
            browser.go(nadia, "/hub/lakeside/en");
            assertThat(nadia.locator("body")).containsText("Lakeside Clinic");
            browser.go(nadia, "/welcome");
            assertThat(nadia.locator("[name=organisation]")).hasCount(0);
            browser.assertQuiet();
        }
    }
}
