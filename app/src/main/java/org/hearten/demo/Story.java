package org.hearten.demo;

import java.time.LocalTime;
import java.util.List;
import org.hearten.posts.Pillar;
import org.hearten.posts.Source;

/**
 * A post of the demo, and how far it has come.
 *
 * @param facility the slug of the facility that it speaks for
 * @param inDays when it goes out, counted in days from the first start; 0 is as soon as it is approved
 */
record Story(
        String facility,
        Pillar pillar,
        String language,
        String title,
        String text,
        List<Source> sources,
        Standing standing,
        int inDays,
        LocalTime at) {

    /** How far a story has come when the demo is ready. */
    enum Standing {
        DRAFT,
        WAITS_FOR_EVERYBODY,
        WAITS_FOR_COMPLIANCE,
        CHANGES_ASKED,
        APPROVED
    }
}
