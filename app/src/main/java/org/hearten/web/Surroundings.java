package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Works out, for one request, what the templates take for granted: the words, the form token, the frame. */
@Component
class Surroundings {
    /** Where nobody is signed in and no facility says otherwise. */
    private static final ZoneId HOME = ZoneId.of("Asia/Kolkata");

    private static final String WORDS = Words.class.getName();
    private static final String PERSON = Frame.Person.class.getName();

    private final Messages messages;
    private final FlashCookie flashes;
    private final @Nullable FrameSource people;
    private final List<WaitingSource> waiting;
    private final List<BannerSource> banners;
    private final Clock clock;

    Surroundings(
            Messages messages,
            FlashCookie flashes,
            ObjectProvider<FrameSource> people,
            ObjectProvider<WaitingSource> waiting,
            ObjectProvider<BannerSource> banners,
            ObjectProvider<Clock> clock) {
        this.messages = messages;
        this.flashes = flashes;
        this.people = people.getIfAvailable();
        this.waiting = waiting.orderedStream().toList();
        this.banners = banners.orderedStream().toList();
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    Words words(HttpServletRequest request) {
        if (request.getAttribute(WORDS) instanceof Words already) {
            return already;
        } else {
            var person = person(request);
            var words = new Words(messages, Language.of(request), zone(person), clock);
            request.setAttribute(WORDS, words);
            return words;
        }
    }

    /** Facilities of one organisation share a clock; where they do not, the first one's is used. */
    private static ZoneId zone(Frame.@Nullable Person person) {
        if (person == null || (person.facility() == null && person.facilities().isEmpty())) {
            return HOME;
        } else {
            var facility = person.facility();
            return facility == null ? person.facilities().getFirst().zone() : facility.zone();
        }
    }

    Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : Frame.Csrf.NONE;
    }

    Frame frame(Words words, HttpServletRequest request, HttpServletResponse response) {
        var person = person(request);
        return new Frame(
                words,
                csrf(request),
                request.getRequestURI(),
                person,
                person == null ? Map.of() : waiting(request),
                notice(words, request, response),
                Choices.of(request),
                person == null ? List.of() : banners(words, request));
    }

    private List<Frame.Banner> banners(Words words, HttpServletRequest request) {
        return banners.stream()
                .flatMap(source -> source.banners(request, words).stream())
                .toList();
    }

    private Frame.@Nullable Person person(HttpServletRequest request) {
        if (people == null) {
            return null;
        } else if (request.getAttribute(PERSON) instanceof Frame.Person already) {
            return already;
        } else {
            var person = people.person(request);
            request.setAttribute(PERSON, person);
            return person;
        }
    }

    private Map<Place, Integer> waiting(HttpServletRequest request) {
        var counts = new EnumMap<Place, Integer>(Place.class);
        waiting.forEach(source -> counts.merge(source.place(), source.waiting(request), Integer::sum));
        return counts;
    }

    private Frame.@Nullable Notice notice(Words words, HttpServletRequest request, HttpServletResponse response) {
        var now = Flash.of(request).said();
        var said = now == null ? flashes.take(request, response).orElse(null) : now;
        return said == null ? null : said.in(words);
    }
}
