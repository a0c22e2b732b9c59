package org.hearten.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds {@code posts/show} in {@code src/main/jte/posts/show.jte}, compiled by the build. A template that declares
 * {@code words}, {@code csrf} or {@code frame} is given it. {@code redirect:/posts} works, and takes the flash along.
 */
@Component
class JteViews implements ViewResolver, Ordered {
    private static final String REDIRECT = "redirect:";

    private final TemplateEngine templates;
    private final Surroundings surroundings;
    private final FlashCookie flashes;
    /** Only templates that exist, so it grows no further than they do. */
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    JteViews(Surroundings surroundings, FlashCookie flashes) {
        this.surroundings = surroundings;
        this.flashes = flashes;
        templates = TemplateEngine.createPrecompiled(ContentType.Html);
        templates.setBinaryStaticContent(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            return new Redirect(name.substring(REDIRECT.length()));
        } else if (name.startsWith("forward:")) {
            return null;
        } else if (pages.containsKey(name) || templates.hasTemplate(name + ".jte")) {
            return pages.computeIfAbsent(name, known -> new Page(known + ".jte"));
        } else {
            // Without this, Spring would look for a JSP and answer with an empty page.
            throw new IllegalStateException("There is no template " + name + ".jte");
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class Page implements View {
        private final String template;
        private final Set<String> wanted;

        Page(String template) {
            this.template = template;
            this.wanted = Set.copyOf(templates.getParamInfo(template).keySet());
        }

        @Override
        public String getContentType() {
            return "text/html;charset=utf-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var page = new Utf8ByteOutput();
            templates.render(template, given(model == null ? Map.of() : model, request, response), page);
            addNotice(page, request);
            response.setContentType(getContentType());
            response.addHeader(HttpHeaders.VARY, "HX-Request");
            response.setContentLength(page.getContentLength());
            response.getOutputStream().write(page.toByteArray());
        }

        private Map<String, Object> given(
                Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            var given = new HashMap<String, Object>();
            model.forEach((name, value) -> {
                if (!name.startsWith("org.springframework.")) {
                    given.put(name, value);
                }
            });
            var words = given.get("words") instanceof Words theirs ? theirs : surroundings.words(request);
            given.put("words", words);
            if (wanted.contains("csrf")) {
                given.putIfAbsent("csrf", surroundings.csrf(request));
            }
            if (wanted.contains("frame") && !given.containsKey("frame")) {
                given.put("frame", surroundings.frame(words, request, response));
            }
            return given;
        }

        /** A fragment that htmx swaps in brings the flash with it, out of band. */
        private void addNotice(Utf8ByteOutput page, HttpServletRequest request) {
            var said = Flash.of(request).said();
            if (said != null && Pages.wantsFragment(request)) {
                var notice = new HashMap<String, Object>();
                notice.put("words", surroundings.words(request));
                notice.put("csrf", surroundings.csrf(request));
                notice.put("notice", said.in(surroundings.words(request)));
                notice.put("swapped", true);
                templates.render("web/_flash.jte", notice, page);
            }
        }
    }

    /** Sends the browser on; a swap is told to load the whole next page, so that it never lands inside a row. */
    private final class Redirect extends RedirectView {
        Redirect(String url) {
            super(url, true);
            setStatusCode(HttpStatus.SEE_OTHER);
            setExposeModelAttributes(false);
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var said = Flash.of(request).said();
            if (said != null) {
                flashes.put(said, request, response);
            }
            if (Pages.wantsFragment(request)) {
                response.setHeader("HX-Redirect", createTargetUrl(model, request));
            } else {
                super.renderMergedOutputModel(model, request, response);
            }
        }
    }
}
