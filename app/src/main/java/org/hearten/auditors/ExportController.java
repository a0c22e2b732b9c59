package org.hearten.auditors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.hearten.audit.AuditTrail;
import org.hearten.audit.Entry;
import org.hearten.audit.Recorded;
import org.hearten.people.Allowed;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Csv;
import org.hearten.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import tools.jackson.databind.json.JsonMapper;

/** The record as a file, with the same filters as the page. Taking it is itself recorded, first. */
@Controller
class ExportController {
    private final AuditTrail trail;
    private final People people;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate recording;
    private final Clock clock;

    ExportController(
            AuditTrail trail,
            People people,
            JsonMapper json,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.trail = trail;
        this.people = people;
        this.json = json;
        this.events = events;
        this.recording = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @GetMapping("/audit/record.csv")
    @Allowed({Role.AUDITOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR})
    void csv(SignedIn me, @ModelAttribute Search search, Words words, HttpServletResponse response) throws IOException {
        var names = people.names();
        try (var out = file(response, "text/csv;charset=utf-8", "csv")) {
            out.write(
                    "at,person,person_id,actor,from,action,object_kind,object,facility,before,after,detail,entry\r\n");
            each(
                    me,
                    search,
                    words,
                    entry -> out.write(Csv.line(
                            entry.at(),
                            name(names, entry),
                            entry.person(),
                            entry.actor(),
                            entry.from(),
                            entry.action(),
                            entry.objectKind(),
                            entry.object(),
                            entry.facility(),
                            entry.before(),
                            entry.after(),
                            entry.detail(),
                            entry.id())));
        }
    }

    @GetMapping("/audit/record.json")
    @Allowed({Role.AUDITOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR})
    void json(SignedIn me, @ModelAttribute Search search, Words words, HttpServletResponse response)
            throws IOException {
        try (var out = file(response, "application/json", "json")) {
            var between = new String[] {"[\n"};
            each(me, search, words, entry -> {
                out.write(between[0]);
                out.write(json.writeValueAsString(entry));
                between[0] = ",\n";
            });
            out.write(between[0].startsWith("[") ? "[]\n" : "\n]\n");
        }
    }

    private interface Line {
        void write(Entry entry) throws IOException;
    }

    private void each(SignedIn me, Search search, Words words, Line line) {
        recording.executeWithoutResult(
                ignored -> events.publishEvent(Recorded.of("audit.exported").on("audit", null)));
        var open = me.facilities(Role.AUDITOR, Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR);
        trail.each(search.in(words.zone(), open), entry -> {
            try {
                line.write(entry);
            } catch (IOException gone) {
                throw new UncheckedIOException("The export did not reach its reader", gone);
            }
        });
    }

    private Writer file(HttpServletResponse response, String type, String ending) throws IOException {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"record-%s.%s\""
                        .formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), ending));
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static String name(Map<UUID, String> names, Entry entry) {
        return entry.person() == null ? "" : names.getOrDefault(entry.person(), "");
    }
}
