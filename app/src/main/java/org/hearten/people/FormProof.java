package org.hearten.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.hearten.keys.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.util.WebUtils;

/**
 * Proves that a form came from one of our own pages: a keyed hash of the session's cookie, or of an entry cookie while
 * nobody is signed in. Nothing is stored.
 */
class FormProof implements CsrfTokenRepository {
    private static final String ENTRY = "hearten-entry";
    private static final int ENTRY_BYTES = 16;

    private final Keys keys;

    FormProof(Keys keys) {
        this.keys = keys;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var entry = new byte[ENTRY_BYTES];
        new SecureRandom().nextBytes(entry);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(entry);
        request.setAttribute(ENTRY, fresh);
        return proofOf(fresh);
    }

    /** Called when a token was made afresh, which happens only while nobody is signed in. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(ENTRY) instanceof String entry) {
            var cookie = ResponseCookie.from(ENTRY, entry)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .path("/")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = SessionFilter.cookie(request);
        if (session.isPresent()) {
            return proofOf(session.get());
        } else {
            var entry = WebUtils.getCookie(request, ENTRY);
            return entry == null ? null : proofOf(entry.getValue());
        }
    }

    private CsrfToken proofOf(String secret) {
        var proof = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.hash("form", secret));
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", proof);
    }
}
