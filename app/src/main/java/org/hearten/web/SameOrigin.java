package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether a form was sent from one of our own pages, as the browser itself tells it. */
public final class SameOrigin {
    private SameOrigin() {}

    /** A request without an {@code Origin} is not from a browser's cross-site form: those always carry one. */
    public static boolean sent(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            var site = request.getHeader("Sec-Fetch-Site");
            return site == null || site.equals("same-origin");
        } else {
            return isOurs(origin, request);
        }
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            var from = URI.create(origin);
            var port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
            return request.getServerName().equalsIgnoreCase(from.getHost())
                    && request.getServerPort() == port
                    && request.getScheme().equals(from.getScheme());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
