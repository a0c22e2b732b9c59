package org.hearten.web;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around a page: who reads it, where they are, what waits for them and what just happened. */
public record Frame(
        Words words,
        Csrf csrf,
        String path,
        @Nullable Person person,
        Map<Place, Integer> waiting,
        @Nullable Notice notice,
        Choices choices,
        List<Banner> banners) {

    /**
     * Somebody signed in. {@code doing} is their work in one line, such as "Communications lead"; {@code facility} is the
     * one they look at, or null for all of theirs; {@code writes} says whether they may begin a post.
     */
    public record Person(
            String name,
            String doing,
            String organisation,
            List<Facility> facilities,
            @Nullable Facility facility,
            Set<Place> places,
            boolean writes) {
        /** A person who may open every place and write. */
        public Person(
                String name,
                String doing,
                String organisation,
                List<Facility> facilities,
                @Nullable Facility facility) {
            this(name, doing, organisation, facilities, facility, EnumSet.allOf(Place.class), true);
        }
    }

    /** A facility in the switcher; its id is what the switcher remembers. */
    public record Facility(String id, String name, ZoneId zone) {}

    /** Proves that a form came from one of our own pages. */
    public record Csrf(String parameter, String header, String token) {
        static final Csrf NONE = new Csrf("_csrf", "X-CSRF-TOKEN", "");
    }

    /** What just happened, in the reader's words. {@code undo} is the address that takes it back, if that is possible. */
    public record Notice(
            String text, boolean good, @Nullable String undo) {}

    /** Stands above the page until it is over. {@code action} leads to the page where it can be ended. */
    public record Banner(String title, String text, String action, String href) {}

    public int waitingAt(Place place) {
        return waiting.getOrDefault(place, 0);
    }
}
