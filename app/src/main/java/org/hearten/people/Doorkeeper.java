package org.hearten.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.web.Pages;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;

/** Asks, in one place for every route: who are you, and may you, in this facility? Denies by default. */
@Component
class Doorkeeper implements HandlerInterceptor {
    private final List<Whereabouts> whereabouts;
    private final TransactionTemplate reading;

    Doorkeeper(List<Whereabouts> whereabouts, org.springframework.transaction.PlatformTransactionManager transactions) {
        this.whereabouts = whereabouts;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isGuarded(handler) && request.getDispatcherType() == DispatcherType.REQUEST) {
            var me = SessionFilter.signedIn(request);
            if (me != null) {
                if (handler instanceof HandlerMethod method) {
                    ask(me, method, request);
                }
            } else if (request.getMethod().equals("GET") && !Pages.wantsFragment(request)) {
                leadToSignIn(request, response);
                return false;
            } else {
                throw new SignInFirst();
            }
        }
        return true;
    }

    /** A page that is only a template is for anyone signed in; files such as stylesheets are for everyone. */
    private static boolean isGuarded(Object handler) {
        return handler instanceof HandlerMethod method
                ? !method.hasMethodAnnotation(Public.class)
                : handler instanceof ParameterizableViewController;
    }

    private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, "/sign-in?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
    }

    private void ask(SignedIn me, HandlerMethod method, HttpServletRequest request) {
        var allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null && !method.hasMethodAnnotation(AnyoneSignedIn.class)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "people.not-allowed");
        }
        var roles = allowed == null ? List.<Role>of() : Arrays.asList(allowed.value());
        var located = false;
        for (var place : whereabouts) {
            var id = named(place.variable(), request);
            if (id != null) {
                var facility = reading.execute(ignored -> place.facilityOf(me.organisation(), uuid(id)))
                        .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "people.not-found"));
                if (allowed != null && !me.mayAny(roles, facility)) {
                    throw new NotYourRole(roles, me.roles(facility));
                }
                located = true;
            }
        }
        if (!located && allowed != null && roles.stream().noneMatch(me::is)) {
            throw new NotYourRole(roles, me.roles(null));
        }
    }

    private static @Nullable String named(String variable, HttpServletRequest request) {
        var inPath = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                ? path.get(variable)
                : null;
        var asParameter = request.getParameter(variable);
        if (inPath != null) {
            return inPath.toString();
        } else {
            return asParameter == null || asParameter.isBlank() ? null : asParameter;
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Refusal(HttpStatus.NOT_FOUND, "people.not-found");
        }
    }
}
