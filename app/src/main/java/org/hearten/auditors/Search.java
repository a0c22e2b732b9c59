package org.hearten.auditors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hearten.audit.AuditTrail;
import org.hearten.audit.Entry;
import org.hearten.facilities.FacilityId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an auditor looks for, as it stands in the address. Days are counted in the reader's zone, both included.
 *
 * @param afterAt with {@code afterId}, the last entry of the page before
 */
public record Search(
        @Nullable UUID person,
        @Nullable String action,
        @Nullable UUID object,
        @Nullable UUID facility,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable Instant afterAt,
        @Nullable UUID afterId) {

    AuditTrail.Question in(ZoneId zone, List<FacilityId> open) {
        var facilities = open.stream()
                .map(FacilityId::value)
                .filter(each -> facility == null || facility.equals(each))
                .toList();
        return new AuditTrail.Question(
                person,
                action == null || action.isBlank() ? null : action,
                object,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant(),
                facilities,
                facility == null);
    }

    AuditTrail.@Nullable Place after() {
        return afterAt == null || afterId == null ? null : new AuditTrail.Place(afterAt, afterId);
    }

    public boolean isEmpty() {
        return query().isEmpty();
    }

    /** The filters, without the page. */
    public String query() {
        var parts = new ArrayList<String>();
        add(parts, "person", person);
        add(parts, "action", action);
        add(parts, "object", object);
        add(parts, "facility", facility);
        add(parts, "from", from);
        add(parts, "until", until);
        return String.join("&", parts);
    }

    public String next(Entry last) {
        var parts = new ArrayList<String>();
        if (!isEmpty()) {
            parts.add(query());
        }
        add(parts, "afterAt", last.at());
        add(parts, "afterId", last.id());
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
