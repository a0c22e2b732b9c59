package org.hearten.calendar;

import static org.hearten.people.Role.ADMINISTRATOR;
import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.PUBLISHER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.People;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may follow from outside: an address is made, shown once, and taken back. */
@Controller
class FeedsController {
    private final Feeds feeds;
    private final Facilities facilities;
    private final People people;

    FeedsController(Feeds feeds, Facilities facilities, People people) {
        this.feeds = feeds;
        this.facilities = facilities;
        this.people = people;
    }

    @GetMapping("/calendar/feeds")
    @Allowed({AUTHOR, PUBLISHER, ADMINISTRATOR})
    String index(SignedIn me, Model page) {
        return show(me, null, null, page);
    }

    /** No redirect: the address would have to wait somewhere, and it is kept nowhere. */
    @PostMapping("/calendar/feeds")
    @Allowed({AUTHOR, PUBLISHER, ADMINISTRATOR})
    String make(SignedIn me, @RequestParam UUID facility, HttpServletRequest request, Model page) {
        var id = new FacilityId(me.organisation(), facility);
        var address = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/calendar/feed/" + feeds.make(id, me.person()) + ".ics")
                .toUriString();
        return show(me, id, address, page);
    }

    @PostMapping("/calendar/feeds/removal")
    @Allowed({AUTHOR, PUBLISHER, ADMINISTRATOR})
    String remove(SignedIn me, @RequestParam UUID facility, Flash flash) {
        feeds.remove(new FacilityId(me.organisation(), facility));
        flash.say("calendar.feeds.removed");
        return "redirect:/calendar/feeds";
    }

    private String show(SignedIn me, @Nullable FacilityId made, @Nullable String address, Model page) {
        var mine = me.facilities(AUTHOR, PUBLISHER, ADMINISTRATOR);
        page.addAttribute(
                        "facilities",
                        facilities.all().stream()
                                .filter(each -> mine.contains(each.id()))
                                .toList())
                .addAttribute(
                        "feeds",
                        feeds.all(me.organisation()).stream()
                                .collect(Collectors.toMap(Feeds.Feed::facility, feed -> feed)))
                .addAttribute("names", people.names())
                .addAttribute("made", made)
                .addAttribute("address", address);
        return "calendar/feeds";
    }
}
