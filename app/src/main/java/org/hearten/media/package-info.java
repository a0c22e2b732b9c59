/**
 * Keeps the pictures that posts show, and who vouched for them.
 *
 * <p>A picture is decoded and drawn anew when it arrives, so that nothing of the file survives but what can be seen: no
 * place, no camera, no hidden thumbnail. {@link org.hearten.media.Media} hands it out again. Until pictures can be
 * scanned, the author and the approver each say by hand that no face can be recognised and no text read; the room
 * remembers who said so, and when.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {})
@NullMarked
package org.hearten.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
