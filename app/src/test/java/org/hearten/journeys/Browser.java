package org.hearten.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A Chromium in which each person has a window of their own, and every page they look at is looked at closely. */
final class Browser implements AutoCloseable {
    static final String PASSWORD = "namaste-hearten-demo";
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int PATIENCE_MS = 60_000;

    /** A screen as somebody holds it, in CSS pixels. */
    private enum Screen {
        DESKTOP(1440, 950),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final String address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Map<String, Page> windows = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Browser(int port) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        this.address = "http://127.0.0.1:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    private static Path chromium() {
        return List.of("chromium", "chromium-browser", "google-chrome").stream()
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The journeys need Chromium and found none in /usr/bin: install the package chromium."));
    }

    /** The window of a person of the demo organisation, who signs in when they were signed out. */
    Page as(String mailbox) {
        return signedIn(mailbox, window(mailbox, "en-IN", Screen.DESKTOP));
    }

    /** The same person on a phone that speaks Hindi. */
    Page onPhoneInHindi(String mailbox) {
        return signedIn(mailbox, window(mailbox + "-phone", "hi-IN", Screen.PHONE));
    }

    private Page signedIn(String mailbox, Page page) {
        page.navigate(address + "/sign-in");
        if (page.locator("#password").isVisible()) {
            page.fill("#email", mailbox + "@narmada.example.org");
            page.fill("#password", PASSWORD);
            page.click("form[action='/sign-in'] button[type=submit]");
            page.waitForURL(address + "/");
        }
        return page;
    }

    /** Somebody who works nowhere here: a visitor of the public pages. */
    Page visitor() {
        return window("visitor", "en-IN", Screen.DESKTOP);
    }

    /** A visitor on a phone whose browser runs no scripts. */
    Page visitorWithoutScripts() {
        return windows.computeIfAbsent(
                "visitor-without-scripts", _ -> open(as("hi-IN", Screen.PHONE).setJavaScriptEnabled(false)));
    }

    private Page window(String who, String locale, Screen screen) {
        return windows.computeIfAbsent(who, _ -> open(as(locale, screen)));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions as(String locale, Screen screen) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(screen.width, screen.height);
    }

    private Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        var page = context.newPage();
        page.onDialog(Dialog::accept);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && request.url().startsWith("http")) {
                complaints.add(page.url() + " asked elsewhere: " + request.url());
            }
        });
        return page;
    }

    String address() {
        return address;
    }

    /** Opens a path of Hearten, and waits until everything that loads by itself has come. */
    void go(Page page, String path) {
        page.navigate(path.startsWith("http") ? path : address + path);
        settle(page);
    }

    void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Loads a page again until it holds these words: what comes by itself comes within a minute. */
    void until(Page page, String path, String words) {
        Awaitility.await("'" + words + "' on " + path)
                .atMost(Duration.ofMillis(PATIENCE_MS))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    go(page, path);
                    assertThat(page.locator("body").innerText()).contains(words);
                });
    }

    /** The page as it stands, on its own screen: for a browser without scripts, which axe-core needs. */
    void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** The page as it stands, on both screens, light and dark: accessible, not too wide, and kept as pictures. */
    void look(Page page, String name) {
        settle(page);
        var own = page.viewportSize();
        for (var screen : Screen.values()) {
            page.setViewportSize(screen.width, screen.height);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var as = name + "-" + screen.name().toLowerCase() + "-"
                        + scheme.name().toLowerCase();
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(as + ".png")));
                assertAccessible(page, as);
            }
            var tooWide = (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            assertThat(tooWide)
                    .as(name + " is wider than a " + screen.name().toLowerCase() + ", pixels")
                    .isLessThanOrEqualTo(0);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(own.width, own.height);
    }

    private static void assertAccessible(Page page, String name) {
        var violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(violations).as("what axe-core finds on " + name).isEmpty();
    }

    /** Narrows a locator to what holds these words. */
    static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    int cookies(Page page) {
        return page.context().cookies().size();
    }

    /** No script failed, and nothing was asked of any other machine. */
    void assertQuiet() {
        assertThat(complaints).isEmpty();
    }

    /** Every window is kept as it stood at the end, for whoever asks why a journey failed. */
    @Override
    public void close() {
        windows.forEach((who, page) -> page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("last-" + who + ".png"))));
        windows.values().stream().map(Page::context).forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
    }
}
