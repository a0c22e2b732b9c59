package org.hearten.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** The facility switcher above all pages: a choice of this browser, no right. */
@Controller
class ChosenFacilityController {
    private static final String COOKIE = "hearten-facility";
    private static final Duration REMEMBERED = Duration.ofDays(90);

    @AnyoneSignedIn
    @PostMapping("/facility")
    String create(
            @RequestParam(required = false) @Nullable UUID facility,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, facility == null ? "" : facility.toString())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(facility == null ? Duration.ZERO : REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + whereTheyWere(request);
    }

    static @Nullable String chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .orElse(null);
    }

    private static String whereTheyWere(HttpServletRequest request) {
        var from = request.getHeader(HttpHeaders.REFERER);
        if (from == null) {
            return "/";
        } else {
            try {
                return SignInController.ownPath(
                        Optional.ofNullable(URI.create(from).getRawPath()).orElse("/"));
            } catch (IllegalArgumentException notAnAddress) {
                return "/";
            }
        }
    }
}
