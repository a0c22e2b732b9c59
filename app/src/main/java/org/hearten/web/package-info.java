/**
 * What every page needs: the frame around it, the reader's words, the message that survives a redirect, errors as
 * sentences, the security headers, and the one door for outgoing HTTP.
 *
 * <p>A room's controller returns a template's name; {@link org.hearten.web.JteViews} renders it and hands it
 * {@code words} and, when the template asks for it, the {@link org.hearten.web.Frame}. Who is signed in is not known
 * here: {@link org.hearten.web.FrameSource} is told by the room that knows.
 */
@ApplicationModule(displayName = "Web", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.hearten.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
