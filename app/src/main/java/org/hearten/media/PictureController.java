package org.hearten.media;

import static org.hearten.people.Role.*;

import java.time.Duration;
import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows a picture to the staff of its facility. */
@Controller
class PictureController {
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().immutable();

    private final Media media;

    PictureController(Media media) {
        this.media = media;
    }

    @GetMapping("/media/{picture}")
    @Allowed({
        AUTHOR,
        CLINICAL_REVIEWER,
        COMPLIANCE_OFFICER,
        PUBLISHER,
        COMMUNITY_MANAGER,
        ANALYST,
        AUDITOR,
        ADMINISTRATOR
    })
    ResponseEntity<byte[]> show(SignedIn me, @PathVariable UUID picture) {
        var shown = media.shown(new PictureId(me.organisation(), picture)).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shown.mediaType()))
                .cacheControl(KEPT)
                .body(shown.bytes());
    }
}
