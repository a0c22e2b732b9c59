package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;

/** One controller answers both the whole page and the fragment that htmx asked for. */
public final class Pages {
    private Pages() {}

    /** {@code return Pages.either(request, "posts/show", "posts/_row");} */
    public static String either(HttpServletRequest request, String page, String fragment) {
        return wantsFragment(request) ? fragment : page;
    }

    /** A swap inside a page; a boosted link or the Back button wants the whole page. */
    public static boolean wantsFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    }
}
