package org.hearten.policies;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hearten.facilities.Facilities;
import org.hearten.people.People;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.BannerSource;
import org.hearten.web.Frame;
import org.hearten.web.Words;
import org.springframework.stereotype.Component;

/** Whoever works while everything is paused knows it on every page. */
@Component
class PauseBanner implements BannerSource {
    private final Pauses pauses;
    private final People people;
    private final Facilities facilities;

    PauseBanner(Pauses pauses, People people, Facilities facilities) {
        this.pauses = pauses;
        this.people = people;
        this.facilities = facilities;
    }

    @Override
    public List<Frame.Banner> banners(HttpServletRequest request, Words words) {
        return Tenancy.current().isEmpty()
                ? List.of()
                : pauses.standing().stream().map(pause -> banner(pause, words)).toList();
    }

    private Frame.Banner banner(Pause pause, Words words) {
        var facility = pause.facility();
        var title = facility == null
                ? words.of("policies.banner.all")
                : words.of("policies.banner.facility", facilities.get(facility).name(words.lang()));
        return new Frame.Banner(
                title,
                words.of("policies.banner.text", Pauses.beganIt(pause, people), pause.begunAt(), pause.reason()),
                words.of("policies.banner.see"),
                "/pause");
    }
}
