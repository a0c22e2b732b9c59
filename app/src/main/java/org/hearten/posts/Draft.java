package org.hearten.posts;

import java.util.List;
import org.hearten.facilities.FacilityId;

/** What an author wants a post to say. */
public record Draft(
        FacilityId facility,
        String title,
        String text,
        Pillar pillar,
        String language,
        List<Version> versions,
        List<Source> sources,
        List<Attachment> pictures) {

    /** Versions that follow the main text say what it says; empty sources are dropped. */
    public Draft {
        var main = text;
        versions = versions.stream().map(version -> version.saying(main)).toList();
        sources = sources.stream().filter(source -> !source.isBlank()).toList();
        pictures = List.copyOf(pictures);
    }

    public Draft withTitle(String other) {
        return new Draft(facility, other, text, pillar, language, versions, sources, pictures);
    }

    public Draft withText(String other) {
        return new Draft(facility, title, other, pillar, language, versions, sources, pictures);
    }

    public Draft withPillar(Pillar other) {
        return new Draft(facility, title, text, other, language, versions, sources, pictures);
    }

    public Draft withVersions(List<Version> others) {
        return new Draft(facility, title, text, pillar, language, others, sources, pictures);
    }

    public Draft withSources(List<Source> others) {
        return new Draft(facility, title, text, pillar, language, versions, others, pictures);
    }

    /** As it may be kept: no reader is led anywhere but to a page. */
    Draft withoutStrangeAddresses() {
        return withSources(sources.stream()
                .map(source -> source.leadsElsewhere() ? source.withoutAddress() : source)
                .toList());
    }

    public Draft withPictures(List<Attachment> others) {
        return new Draft(facility, title, text, pillar, language, versions, sources, others);
    }
}
