package org.hearten.hub;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.hearten.people.Public;
import org.hearten.web.SameOrigin;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a visitor writes, and takes back. */
@Controller
class CommentController {
    private final Places places;
    private final HubController reading;
    private final Comments comments;
    private final Nudge nudge;
    private final VisitorLimits limits;

    CommentController(Places places, HubController reading, Comments comments, Nudge nudge, VisitorLimits limits) {
        this.places = places;
        this.reading = reading;
        this.comments = comments;
        this.nudge = nudge;
        this.limits = limits;
    }

    /** {@code website} is a field that no person sees; whoever fills it in is thanked and forgotten. */
    @Public
    @PostMapping("/hub/{slug}/{language}/posts/{key}/comments")
    String create(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String website,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "") String without,
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            Model page) {
        var place = places.at(slug, language, words);
        var shown = place.flatMap(there -> reading.read(there, key));
        if (place.isEmpty() || shown.isEmpty()) {
            return HubController.nothing(place.map(Place::words).orElse(words), response, page);
        } else {
            var form = CommentForm.of(name, without.isBlank() ? text : without);
            Function<Refused, String> again = refused -> {
                response.setStatus(refused.status().value());
                return shown.get().on(place.get(), refused.form(), page);
            };
            if (!SameOrigin.sent(request)) {
                return again.apply(new Refused(HttpStatus.FORBIDDEN, form.with("hub.comment.problem.origin")));
            } else if (form.lengthProblem() instanceof String problem) {
                return again.apply(new Refused(HttpStatus.UNPROCESSABLE_CONTENT, form.with(problem)));
            } else if (!website.isEmpty()) {
                return thanks(place.get(), shown.get().page(), null, page);
            } else if (marked(place.get(), form, keep) instanceof Marked marked) {
                return again.apply(new Refused(HttpStatus.UNPROCESSABLE_CONTENT, form.with(marked)));
            } else if (!limits.allow("comment", request.getRemoteAddr())) {
                return again.apply(new Refused(HttpStatus.TOO_MANY_REQUESTS, form.with("hub.comment.problem.often")));
            } else {
                var code = places.as(
                        place.get().facility().id(),
                        () -> comments.hold(
                                place.get().facility().id(), shown.get().page().id(), form.name(), form.text()));
                return thanks(place.get(), shown.get().page(), code.orElse(null), page);
            }
        }
    }

    private record Refused(HttpStatus status, CommentForm form) {}

    /** A name may stay when its writer says so; a number may not. */
    private @Nullable Marked marked(Place place, CommentForm form, String keep) {
        return places.as(
                        place.facility().id(), () -> nudge.look(place.facility().id(), form.text()))
                .filter(found -> !(found.onlyNames() && keep.equals("names")))
                .orElse(null);
    }

    private static String thanks(Place place, Page post, @Nullable String code, Model page) {
        page.addAttribute("place", place)
                .addAttribute("words", place.words())
                .addAttribute("post", post)
                .addAttribute("code", code == null ? "" : code);
        return "hub/thanks";
    }

    @Public
    @GetMapping("/hub/{slug}/{language}/withdrawal")
    String ask(
            @PathVariable String slug,
            @PathVariable String language,
            HttpServletResponse response,
            Words words,
            Model page) {
        return places.at(slug, language, words)
                .map(place -> withdrawal(place, "", page))
                .orElseGet(() -> HubController.nothing(words, response, page));
    }

    @Public
    @PostMapping("/hub/{slug}/{language}/withdrawal")
    String withdraw(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            Model page) {
        Optional<Place> place = places.at(slug, language, words);
        if (place.isEmpty()) {
            return HubController.nothing(words, response, page);
        } else if (!SameOrigin.sent(request)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return withdrawal(place.get(), "hub.comment.problem.origin", page);
        } else if (!limits.allow("withdrawal", request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return withdrawal(place.get(), "hub.withdrawal.problem.often", page);
        } else {
            var facility = place.get().facility().id();
            var gone = places.as(facility, () -> comments.withdraw(facility, code));
            if (!gone) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return withdrawal(place.get(), gone ? "hub.withdrawal.done" : "hub.withdrawal.problem.unknown", page);
        }
    }

    private static String withdrawal(Place place, String said, Model page) {
        page.addAttribute("place", place)
                .addAttribute("words", place.words())
                .addAttribute("done", said.equals("hub.withdrawal.done"))
                .addAttribute("said", said);
        return "hub/withdrawal";
    }
}
