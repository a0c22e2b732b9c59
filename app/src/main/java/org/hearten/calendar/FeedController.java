package org.hearten.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Public;
import org.hearten.posts.Listed;
import org.hearten.posts.Posts;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.Refusal;
import org.hearten.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a calendar program reads: titles and times of one facility, never texts. The address is the whole secret. */
@Controller
class FeedController {
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(190);
    private static final Duration LASTING = Duration.ofMinutes(15);
    private static final Duration REFRESH = Duration.ofHours(1);

    private final Feeds feeds;
    private final Posts posts;
    private final Facilities facilities;
    private final Tenancy tenancy;
    private final Clock clock;

    FeedController(Feeds feeds, Posts posts, Facilities facilities, Tenancy tenancy, Clock clock) {
        this.feeds = feeds;
        this.posts = posts;
        this.facilities = facilities;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/calendar/feed/{secret}.ics")
    @Public
    ResponseEntity<byte[]> read(@PathVariable String secret, Words words, HttpServletRequest request) {
        var organisation = feeds.organisationOf(secret).orElseThrow(Refusal::notFound);
        var written = tenancy.as(Caller.system(organisation, "calendar"), () -> {
            var facility = feeds.facilityOf(secret).orElseThrow(Refusal::notFound);
            return write(
                    facility,
                    words,
                    ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        });
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(written.getBytes(StandardCharsets.UTF_8));
    }

    private String write(FacilityId id, Words words, String base) {
        var now = clock.instant();
        var facility = facilities.get(id);
        var calendar = new ICalendar(words.of("calendar.feed.name", facility.name(words.lang())), REFRESH);
        for (var post : posts.between(List.of(id), now.minus(BACK), now.plus(AHEAD))) {
            add(calendar, post, words, base);
        }
        return calendar.written();
    }

    private static void add(ICalendar calendar, Listed post, Words words, String base) {
        var due = post.dueAt();
        if (due != null) {
            var title = post.title().isBlank() ? words.of("posts.untitled") : post.title();
            calendar.event(
                    post.id().value() + "@hearten",
                    post.changedAt(),
                    due,
                    LASTING,
                    title + " (" + words.of(post.stage()) + ")",
                    post.stage().promised(),
                    base + "/posts/" + post.id().value());
        }
    }
}
