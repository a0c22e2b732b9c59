package org.hearten.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.web.Frame;
import org.hearten.web.FrameSource;
import org.hearten.web.Language;
import org.hearten.web.Messages;
import org.hearten.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the page frame who is reading, and which places their roles open. */
@Component
class StaffFrame implements FrameSource {
    /** A place that is missing here is open to everyone signed in. */
    private static final Map<Place, Set<Role>> OPENS = Map.of(
            Place.PEOPLE, EnumSet.of(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR),
            Place.INBOX, EnumSet.of(Role.COMMUNITY_MANAGER, Role.COMPLIANCE_OFFICER),
            Place.AUDIT, EnumSet.of(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR),
            Place.CHANNELS, EnumSet.of(Role.ADMINISTRATOR, Role.PUBLISHER, Role.COMPLIANCE_OFFICER));

    private final Facilities facilities;
    private final Messages messages;

    StaffFrame(Facilities facilities, Messages messages) {
        this.facilities = facilities;
        this.messages = messages;
    }

    @Override
    public Frame.@Nullable Person person(HttpServletRequest request) {
        var me = SessionFilter.signedIn(request);
        if (me == null) {
            return null;
        } else {
            var language = Language.of(request);
            var mine = me.facilities();
            var shown = facilities.all().stream()
                    .filter(facility -> mine.contains(facility.id()))
                    .map(facility -> new Frame.Facility(
                            facility.id().value().toString(), facility.name(language.tag()), facility.zone()))
                    .toList();
            var chosen = shown.stream()
                    .filter(facility -> facility.id().equals(id(me.chosen())))
                    .findFirst()
                    .orElse(null);
            var doing = me.grants().stream()
                    .map(Grant::role)
                    .distinct()
                    .sorted()
                    .map(role -> messages.plain(language, "people.Role." + role.name()))
                    .collect(Collectors.joining(", "));
            return new Frame.Person(
                    me.name(),
                    doing,
                    facilities.organisationName(),
                    shown,
                    chosen,
                    places(me),
                    me.is(Role.AUTHOR) || me.is(Role.PUBLISHER));
        }
    }

    private static @Nullable String id(@Nullable FacilityId facility) {
        return facility == null ? null : Objects.toString(facility.value());
    }

    private static Set<Place> places(SignedIn me) {
        return EnumSet.allOf(Place.class).stream()
                .filter(place ->
                        !OPENS.containsKey(place) || OPENS.get(place).stream().anyMatch(me::is))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Place.class)));
    }
}
