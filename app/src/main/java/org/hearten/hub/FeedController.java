package org.hearten.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearten.people.Public;
import org.hearten.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The newest posts for feed readers: Atom (RFC 4287) and JSON Feed 1.1. */
@Controller
class FeedController {
    private static final int NEWEST = 30;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=utf-8");
    private static final MediaType JSON = MediaType.parseMediaType("application/feed+json;charset=utf-8");

    private final Places places;
    private final HubPages pages;
    private final TransactionTemplate reading;
    private final JsonMapper json = JsonMapper.builder().build();

    FeedController(Places places, HubPages pages, PlatformTransactionManager transactions) {
        this.places = places;
        this.pages = pages;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Public
    @GetMapping("/hub/{slug}/{language}/feed.atom")
    ResponseEntity<byte[]> atom(
            @PathVariable String slug, @PathVariable String language, Words words, HttpServletRequest request) {
        return places.at(slug, language, words)
                .map(place ->
                        ResponseEntity.ok().contentType(ATOM).body(AtomFeed.of(place, newest(place), site(request))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Public
    @GetMapping("/hub/{slug}/{language}/feed.json")
    ResponseEntity<byte[]> json(
            @PathVariable String slug, @PathVariable String language, Words words, HttpServletRequest request) {
        return places.at(slug, language, words)
                .map(place -> ResponseEntity.ok().contentType(JSON).body(feed(place, site(request))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private byte[] feed(Place place, String site) {
        return json.writeValueAsString(Map.of(
                        "version", "https://jsonfeed.org/version/1.1",
                        "title", place.name(),
                        "description", place.about(),
                        "language", place.words().lang(),
                        "home_page_url", site + place.path(),
                        "feed_url", site + place.path() + "/feed.json",
                        "items",
                                newest(place).stream()
                                        .map(page -> item(place, page, site))
                                        .toList()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> item(Place place, Page page, String site) {
        return Map.of(
                "id", "urn:uuid:" + page.id().value(),
                "url", site + place.address(page),
                "title", page.title(),
                "content_text", page.body(),
                "language", page.language(),
                "date_published", stamp(page.publishedAt()));
    }

    private List<Page> newest(Place place) {
        var facility = place.facility().id();
        return Optional.ofNullable(places.as(
                        facility,
                        () -> reading.execute(
                                ignored -> pages.latest(facility, place.words().lang(), NEWEST))))
                .orElse(List.of());
    }

    static String stamp(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    private static String site(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
