package org.hearten.hub;

import java.util.regex.Pattern;
import org.hearten.facilities.Facility;
import org.hearten.facilities.Jurisdiction;
import org.hearten.web.Language;
import org.hearten.web.Words;

/** Where a visitor stands: which facility's Hub, read in which language. */
public record Place(Facility facility, Words words) {
    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");

    public String name() {
        return facility.name(words.lang());
    }

    public String about() {
        return facility.about(words.lang());
    }

    /** {@code /hub/narmada-bhopal/en} */
    public String path() {
        return path(words.language());
    }

    public String path(Language language) {
        return "/hub/" + facility.slug() + "/" + language.tag();
    }

    public String address(Page page) {
        return path() + "/posts/" + page.id().value();
    }

    public String picture(Page page, Page.Image image) {
        return "/hub/" + facility.slug() + "/pictures/" + page.id().value() + "/" + image.place();
    }

    /** The number that helps at once, where the facility stands. */
    public String emergencyNumber() {
        return facility.jurisdiction() == Jurisdiction.IN ? "108" : "911";
    }

    public boolean hasPhone() {
        return !dialled().isEmpty();
    }

    /** There is something to say about where it is. */
    public boolean canBeFound() {
        return hasPhone()
                || !facility.address().isBlank()
                || !facility.serviceAreas().isEmpty();
    }

    /** The facility's number, as a telephone dials it. */
    public String dialled() {
        return NOT_DIALLED.matcher(facility.phone()).replaceAll("");
    }

    /** A district in the reader's language, where somebody wrote it down. */
    public String district(String english) {
        var key = "hub.district." + english.replace(' ', '-');
        return words.has(key) ? words.of(key) : english;
    }
}
