package org.hearten.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Finds the session of a request and lets the rest of it run as that person, inside their organisation's walls. */
class SessionFilter extends OncePerRequestFilter {
    private static final String SIGNED_IN = SessionFilter.class.getName() + ".signedIn";
    private static final String HALF_SIGNED_IN = SessionFilter.class.getName() + ".half";
    private static final String[] WITHOUT_SESSION = {"/hub/", "/css/", "/js/", "/img/", "/webjars/", "/actuator/health"
    };

    private final Sessions sessions;
    private final People people;
    private final Tenancy tenancy;

    SessionFilter(Sessions sessions, People people, Tenancy tenancy) {
        this.sessions = sessions;
        this.people = people;
        this.tenancy = tenancy;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Arrays.stream(WITHOUT_SESSION).anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = cookie(request).flatMap(sessions::find);
        if (session.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            var person = session.get().person();
            var caller = new Caller(person.organisation(), person.value(), "person", request.getRemoteAddr());
            try {
                tenancy.<@Nullable Void, Exception>through(caller, () -> {
                    if (session.get().verified()) {
                        people.signIn(person, ChosenFacilityController.chosen(request))
                                .ifPresent(me -> request.setAttribute(SIGNED_IN, me));
                    } else {
                        request.setAttribute(HALF_SIGNED_IN, person);
                    }
                    chain.doFilter(request, response);
                    return null;
                });
            } catch (ServletException | IOException | RuntimeException failed) {
                throw failed;
            } catch (Exception impossible) {
                throw new ServletException(impossible);
            }
        }
    }

    static @Nullable SignedIn signedIn(HttpServletRequest request) {
        return (SignedIn) request.getAttribute(SIGNED_IN);
    }

    /** Gave the right password and still owes the second factor. */
    static @Nullable PersonId halfSignedIn(HttpServletRequest request) {
        return (PersonId) request.getAttribute(HALF_SIGNED_IN);
    }

    static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName(request)))
                .map(Cookie::getValue);
    }

    /** A {@code __Host-} cookie needs TLS; on loopback without TLS the plain name is used. */
    static ResponseCookie cookie(HttpServletRequest request, String value) {
        var made = ResponseCookie.from(cookieName(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/");
        return (value.isEmpty() ? made.maxAge(0) : made).build();
    }

    private static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-hearten" : "hearten";
    }
}
