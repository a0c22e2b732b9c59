package org.hearten.posts;

import static org.hearten.people.Role.ADMINISTRATOR;
import static org.hearten.people.Role.ANALYST;
import static org.hearten.people.Role.AUDITOR;
import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.COMPLIANCE_OFFICER;
import static org.hearten.people.Role.PUBLISHER;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearten.audit.Recorded;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** All posts as a file, with the same filters as the list. Taking them is itself recorded, first. */
@Controller
class PostsExportController {
    static final List<Role> TAKERS = List.of(AUTHOR, PUBLISHER, COMPLIANCE_OFFICER, ANALYST, AUDITOR, ADMINISTRATOR);
    private static final int AT_ONCE = 100;
    private static final String EXCEL_READS_UTF_8 = "\ufeff";

    private final Posts posts;
    private final Facilities facilities;
    private final People people;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PostsExportController(
            Posts posts,
            Facilities facilities,
            People people,
            JsonMapper json,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.posts = posts;
        this.facilities = facilities;
        this.people = people;
        this.json = json;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @GetMapping("/posts/export.csv")
    @Allowed({AUTHOR, PUBLISHER, COMPLIANCE_OFFICER, ANALYST, AUDITOR, ADMINISTRATOR})
    void csv(
            SignedIn me,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String pillar,
            HttpServletResponse response)
            throws IOException {
        try (var out = file(response, "text/csv;charset=utf-8", "csv")) {
            out.write(EXCEL_READS_UTF_8);
            var header = true;
            for (var rows = pages(me, stage, pillar); rows.hasNext(); ) {
                for (var row : rows.next()) {
                    if (header) {
                        out.write(Csv.line(row.keySet().toArray()));
                        header = false;
                    }
                    out.write(Csv.line(row.values().toArray()));
                }
            }
        }
    }

    @GetMapping("/posts/export.json")
    @Allowed({AUTHOR, PUBLISHER, COMPLIANCE_OFFICER, ANALYST, AUDITOR, ADMINISTRATOR})
    void json(
            SignedIn me,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String pillar,
            HttpServletResponse response)
            throws IOException {
        try (var out = file(response, "application/json", "json")) {
            var between = "[\n";
            for (var rows = pages(me, stage, pillar); rows.hasNext(); ) {
                for (var row : rows.next()) {
                    out.write(between);
                    out.write(json.writeValueAsString(row));
                    between = ",\n";
                }
            }
            out.write(between.startsWith("[") ? "[]\n" : "\n]\n");
        }
    }

    private Pages pages(SignedIn me, @Nullable String stage, @Nullable String pillar) {
        transaction.executeWithoutResult(
                ignored -> events.publishEvent(Recorded.of("post.exported").on("post", null)));
        return new Pages(
                me.looksAt(TAKERS.toArray(Role[]::new)),
                PostsController.named(Stage.values(), stage),
                PostsController.named(Pillar.values(), pillar));
    }

    /** One page after the other, each in its own transaction: memory holds a hundred posts, however many there are. */
    private final class Pages implements java.util.Iterator<List<Map<String, String>>> {
        private final List<FacilityId> facilitiesSeen;
        private final @Nullable Stage stage;
        private final @Nullable Pillar pillar;
        private final Map<FacilityId, Facility> places;
        private @Nullable String after;
        private boolean more = true;

        Pages(List<FacilityId> facilitiesSeen, @Nullable Stage stage, @Nullable Pillar pillar) {
            this.facilitiesSeen = facilitiesSeen;
            this.stage = stage;
            this.pillar = pillar;
            this.places = facilities.all().stream().collect(Collectors.toMap(Facility::id, each -> each));
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public List<Map<String, String>> next() {
            var rows = transaction.execute(ignored -> {
                var page = posts.page(facilitiesSeen, stage, pillar, after, AT_ONCE);
                after = page.next();
                more = after != null;
                var names = people.names();
                var read = new ArrayList<Map<String, String>>();
                for (var listed : page.posts()) {
                    posts.find(listed.id())
                            .ifPresent(post -> read.add(row(
                                    post,
                                    places.get(post.facility()),
                                    names.getOrDefault(post.author().value(), ""))));
                }
                return read;
            });
            return rows == null ? List.of() : rows;
        }
    }

    private static Map<String, String> row(Post post, @Nullable Facility place, String author) {
        var row = new LinkedHashMap<String, String>();
        var due = post.dueAt();
        row.put("id", post.id().value().toString());
        row.put("facility", place == null ? "" : place.nameEnglish());
        row.put("title", post.title());
        row.put("pillar", post.pillar().name());
        row.put("language", post.language());
        row.put("stage", post.stage().name());
        row.put(
                "due",
                due == null || place == null
                        ? ""
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.atZone(place.zone())));
        row.put("author", author);
        row.put("text", post.text());
        for (var network : Network.values()) {
            row.put(
                    "text_" + network.name().toLowerCase(java.util.Locale.ROOT),
                    post.version(network).map(Version::text).orElse(""));
        }
        row.put(
                "sources",
                post.sources().stream()
                        .map(source -> (source.title() + " " + source.publisher() + " " + source.address()).strip())
                        .collect(Collectors.joining("\n")));
        row.put("revision", String.valueOf(post.revision()));
        row.put("content_hash", post.contentHash());
        return row;
    }

    private Writer file(HttpServletResponse response, String type, String ending) throws IOException {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"posts-%s.%s\""
                        .formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), ending));
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
