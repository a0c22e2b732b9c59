package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells who is reading. The room that knows the people is the one to answer; {@code null} means nobody signed in. */
public interface FrameSource {
    Frame.@Nullable Person person(HttpServletRequest request);
}
