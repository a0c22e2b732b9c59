package org.hearten.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code POST /language}, {@code /theme}, {@code /keys} and {@code /facility} remember one choice in this browser. They
 * change nothing else, work before sign-in, and stand before the security chain; a strange {@code Origin} is refused.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ChoicesFilter extends OncePerRequestFilter {
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Map<String, String> COOKIES = Map.of(
            "/language", Choices.LANGUAGE,
            "/theme", Choices.THEME,
            "/keys", Choices.KEYS,
            "/facility", Choices.FACILITY);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var cookie = COOKIES.get(request.getRequestURI());
        if (cookie == null || !request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            remember(cookie, request, response);
        }
    }

    private static void remember(String cookie, HttpServletRequest request, HttpServletResponse response) {
        var chosen = String.valueOf(request.getParameter("choice"));
        if (chosen.matches("[a-zA-Z0-9-]{1,64}")) {
            response.addHeader(
                    "Set-Cookie",
                    ResponseCookie.from(cookie, chosen)
                            .path("/")
                            .maxAge(REMEMBERED)
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", backTo(request.getParameter("back")));
    }

    /** Only ever a path of ours: {@code //elsewhere} and {@code /\elsewhere} are another site to a browser. */
    private static String backTo(String back) {
        return back != null && back.matches("/[A-Za-z0-9_\\-./?=&%]*") && !back.startsWith("//") ? back : "/";
    }
}
