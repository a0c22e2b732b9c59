package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearten.keys.FreshKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The frame and the pages that are always there, rendered for somebody. */
class PageTests {
    private static final Frame.Facility BHOPAL =
            new Frame.Facility("bhopal", "Bhopal Hospital", ZoneId.of("Asia/Kolkata"));
    private static final Frame.Facility SEHORE =
            new Frame.Facility("sehore", "Sehore Clinic", ZoneId.of("Asia/Kolkata"));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/nowhere");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private Surroundings surroundings;
    private JteViews views;
    private Frame.Person reader =
            new Frame.Person("Meera Joshi", "Author", "Narmada Health Network", List.of(BHOPAL, SEHORE), BHOPAL);

    @TempDir
    Path keys;

    @BeforeEach
    void open() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("people", (FrameSource) anyone -> reader);
        beans.addBean("clock", Clock.systemUTC());
        var flashes = new FlashCookie(FreshKeys.in(keys), Clock.systemUTC());
        surroundings = new Surroundings(
                new Messages(),
                flashes,
                beans.getBeanProvider(FrameSource.class),
                beans.getBeanProvider(WaitingSource.class),
                beans.getBeanProvider(BannerSource.class),
                beans.getBeanProvider(Clock.class));
        views = new JteViews(surroundings, flashes);
    }

    @Test
    void somebody_signed_in_sees_the_menu_their_facility_and_one_heading() throws Exception {
        var page = shown("web/error", Map.of("status", 404, "title", "Nothing here", "text", "Gone.", "reference", ""));

        assertThat(page)
                .contains(
                        "<html lang=\"en\">",
                        "Bhopal Hospital",
                        "Sehore Clinic",
                        "Meera Joshi",
                        "href=\"/approvals\"",
                        "class=\"skip\"")
                .containsOnlyOnce("<h1>");
    }

    @Test
    void nobody_signed_in_sees_no_menu() throws Exception {
        reader = null;

        assertThat(shown("web/error", Map.of("status", 404, "title", "Nothing here", "text", "Gone.", "reference", "")))
                .doesNotContain("class=\"nav\"", "tabbar");
    }

    @Test
    void a_choice_of_hindi_and_dark_is_kept() throws Exception {
        request.setCookies(new Cookie(Choices.LANGUAGE, "hi"), new Cookie(Choices.THEME, "dark"));

        assertThat(shown("web/error", Map.of("status", 404, "title", "x", "text", "y", "reference", "")))
                .contains("<html lang=\"hi\" data-theme=\"dark\">", "मंज़ूरी");
    }

    @Test
    void a_flash_survives_one_redirect_and_no_more() throws Exception {
        Flash.of(request).say("web.in.hours", 3);
        views.resolveViewName("redirect:/posts", Locale.ENGLISH).render(Map.of(), request, response);

        var next = new MockHttpServletRequest("GET", "/posts");
        next.setCookies(response.getCookie("hearten-flash"));
        var frame = surroundings.frame(surroundings.words(next), next, new MockHttpServletResponse());

        assertThat(response.getRedirectedUrl()).isEqualTo("/posts");
        assertThat(frame.notice()).isEqualTo(new Frame.Notice("in 3 h", true, null));
        assertThat(response.getCookie("hearten-flash").getMaxAge()).isLessThanOrEqualTo(60);
    }

    @Test
    void a_flash_survives_a_restart_in_between() throws Exception {
        Flash.of(request).say("web.in.hours", 3);
        views.resolveViewName("redirect:/posts", Locale.ENGLISH).render(Map.of(), request, response);
        open();

        var next = new MockHttpServletRequest("GET", "/posts");
        next.setCookies(response.getCookie("hearten-flash"));
        var frame = surroundings.frame(surroundings.words(next), next, new MockHttpServletResponse());

        assertThat(frame.notice()).isEqualTo(new Frame.Notice("in 3 h", true, null));
    }

    @Test
    void a_flash_somebody_wrote_themselves_is_not_believed() {
        request.setCookies(new Cookie("hearten-flash", "OTk5OTk5OTk5OQpnb29kCgp3ZWIuc2tpcAo.AAAA"));

        assertThat(surroundings
                        .frame(surroundings.words(request), request, response)
                        .notice())
                .isNull();
    }

    @Test
    void a_swapped_fragment_brings_the_flash_along() throws Exception {
        request.addHeader("HX-Request", "true");
        Flash.of(request).say("web.skip");

        assertThat(shown("web/icon", Map.of("name", "check")))
                .startsWith("<svg")
                .contains("hx-swap-oob=\"true\"", "Skip to content");
        assertThat(response.getHeader("Vary")).isEqualTo("HX-Request");
    }

    @Test
    void a_swap_that_is_sent_elsewhere_loads_the_whole_page() throws Exception {
        request.addHeader("HX-Request", "true");

        views.resolveViewName("redirect:/posts", Locale.ENGLISH).render(Map.of(), request, response);

        assertThat(response.getHeader("HX-Redirect")).isEqualTo("/posts");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void an_error_in_a_swap_is_a_toast() throws Exception {
        request.addHeader("HX-Request", "true");
        var answer = new ErrorPages(surroundings).refused(Refusal.notFound(), request, response);

        assertThat(answer.getViewName()).isEqualTo("web/_error");
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(shown(answer.getViewName(), answer.getModel()))
                .contains("<toast-flash", "Nothing stands at this address");
    }

    @Test
    void a_refusal_with_a_reason_of_its_own_does_not_blame_somebody_else() throws Exception {
        var answer = new ErrorPages(surroundings)
                .refused(new Refusal(HttpStatus.CONFLICT, "people.own-administration"), request, response);

        assertThat(shown(answer.getViewName(), answer.getModel()))
                .contains("This could not be done", "Ask another administrator")
                .doesNotContain("Somebody else changed this first");
    }

    private String shown(String template, Map<String, ?> model) throws Exception {
        views.resolveViewName(template, Locale.ENGLISH).render(model, request, response);
        return response.getContentAsString();
    }
}
