package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;

/** Tells how much waits for the reader at one place; the number beside it in the menu. Zero shows nothing. */
public interface WaitingSource {
    Place place();

    int waiting(HttpServletRequest request);
}
