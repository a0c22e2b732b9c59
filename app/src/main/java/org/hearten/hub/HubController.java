package org.hearten.hub;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.people.Public;
import org.hearten.web.Language;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;

/** What anybody may read. */
@Controller
class HubController {
    private static final int NEWEST = 12;
    private static final int NEWEST_OF_OTHER_LANGUAGE = 6;
    private static final Duration COLOUR_KEPT = Duration.ofMinutes(10);
    private static final Duration PICTURE_KEPT = Duration.ofHours(1);

    private final Places places;
    private final HubPages pages;
    private final Comments comments;
    private final TransactionTemplate reading;
    /** A page that this process renders may differ from one that an earlier version rendered. */
    private final String version = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    HubController(Places places, HubPages pages, Comments comments, PlatformTransactionManager transactions) {
        this.places = places;
        this.pages = pages;
        this.comments = comments;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Public
    @GetMapping("/hub/{slug}")
    String choose(
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            Model page) {
        var language = Language.of(request.getLocale().getLanguage()).orElse(Language.EN);
        response.addHeader("Vary", "Accept-Language");
        return places.facility(slug).isPresent()
                ? "redirect:/hub/" + slug + "/" + language.tag()
                : nothing(words, response, page);
    }

    @Public
    @GetMapping("/hub/{slug}/{language}")
    String home(
            @PathVariable String slug,
            @PathVariable String language,
            Words words,
            HttpServletResponse response,
            Model page) {
        var place = places.at(slug, language, words);
        if (place.isEmpty()) {
            return nothing(words, response, page);
        } else {
            var other = place.get().words().language() == Language.EN ? Language.HI : Language.EN;
            page.addAttribute("place", place.get())
                    .addAttribute("words", place.get().words())
                    .addAttribute("posts", latest(place.get(), language, NEWEST))
                    .addAttribute("others", latest(place.get(), other.tag(), NEWEST_OF_OTHER_LANGUAGE));
            response.setHeader("Cache-Control", "no-cache");
            return "hub/home";
        }
    }

    @Public
    @GetMapping("/hub/{slug}/{language}/posts/{key}")
    @Nullable
    String show(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable String key,
            Words words,
            WebRequest request,
            HttpServletResponse response,
            Model page) {
        var place = places.at(slug, language, words);
        var shown = place.flatMap(there -> read(there, key));
        if (place.isEmpty() || shown.isEmpty()) {
            return nothing(place.map(Place::words).orElse(words), response, page);
        } else {
            var changed = shown.get().page().changedAt().toEpochMilli();
            response.setHeader("Cache-Control", "no-cache");
            var tag = String.join(
                    "-",
                    version,
                    Long.toHexString(changed),
                    Integer.toString(shown.get().comments().size()),
                    language);
            if (request.checkNotModified("\"" + tag + "\"")) {
                return null;
            } else {
                return shown.get().on(place.get(), CommentForm.EMPTY, page);
            }
        }
    }

    /** One query, and a second one only where there are comments to read. */
    Optional<Shown> read(Place place, String key) {
        var facility = place.facility().id();
        return id(key).flatMap(id -> places.as(facility, () -> pages.find(facility, id)))
                .map(found -> new Shown(found, found.comments() == 0 ? List.of() : comments(place, found)));
    }

    private List<Comments.Comment> comments(Place place, Page page) {
        return inWalls(place, () -> comments.shown(page.id()));
    }

    record Shown(Page page, List<Comments.Comment> comments) {
        String on(Place place, CommentForm form, Model model) {
            model.addAttribute("place", place)
                    .addAttribute("words", place.words())
                    .addAttribute("post", page)
                    .addAttribute("comments", comments)
                    .addAttribute("form", form);
            return "hub/post";
        }
    }

    @Public
    @GetMapping("/hub/{slug}/pictures/{key}/{place}")
    ResponseEntity<byte[]> picture(@PathVariable String slug, @PathVariable String key, @PathVariable String place) {
        var facility = places.facility(slug);
        var bytes = facility.flatMap(there -> id(key).flatMap(id ->
                places.as(there.id(), () -> reading.execute(ignored -> pages.picture(there.id(), id, number(place))))));
        return bytes.map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(PICTURE_KEPT).cachePublic())
                        .contentType(MediaType.parseMediaType(found.mediaType()))
                        .body(found.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The facility's colour. Lightness and strength stay ours, so that the contrast cannot break. */
    @Public
    @GetMapping("/hub/{slug}/brand.css")
    ResponseEntity<String> brand(@PathVariable String slug) {
        return places.facility(slug)
                .map(facility -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(COLOUR_KEPT).cachePublic())
                        .contentType(MediaType.parseMediaType("text/css;charset=utf-8"))
                        .body(Brand.css(facility.brandHue())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Public
    @RequestMapping("/hub/**")
    String elsewhere(Words words, HttpServletResponse response, Model page) {
        return nothing(words, response, page);
    }

    private List<Page> latest(Place place, String language, int atMost) {
        return inWalls(place, () -> pages.latest(place.facility().id(), language, atMost));
    }

    @SuppressWarnings("NullAway") // the callback never gives null
    private <T> T inWalls(Place place, java.util.function.Supplier<T> work) {
        return places.as(place.facility().id(), () -> reading.execute(ignored -> work.get()));
    }

    static String nothing(Words words, HttpServletResponse response, Model page) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        page.addAttribute("words", words);
        return "hub/nothing";
    }

    private static Optional<UUID> id(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }
}
