package org.hearten.checks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code check_report}, {@code check_finding} and {@code check_answer}. */
@Repository
class CheckRows {
    private static final String REASON = "check_answer.reason";

    private final JdbcClient jdbc;
    private final Keys keys;

    CheckRows(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The same words looked at with the same packs need one report. */
    void keep(OrganisationId organisation, UUID subject, String contentHash, Checkup checkup, Instant at) {
        var added = jdbc.sql("""
                insert into check_report (organisation_id, subject_id, content_hash, packs, blocks, checked_at)
                values (:organisation, :subject, :hash, :packs, :blocks, :at)
                on conflict do nothing
                """)
                .param("organisation", organisation.value())
                .param("subject", subject)
                .param("hash", contentHash)
                .param("packs", packs(checkup.packs()))
                .param("blocks", (int) checkup.blocks())
                .param("at", utc(at))
                .update();
        for (var found : added == 1 ? checkup.found() : List.<Found>of()) {
            jdbc.sql("""
                    insert into check_finding (organisation_id, subject_id, content_hash, packs, finding_key, rule, label,
                                               severity, places)
                    values (:organisation, :subject, :hash, :packs, :key, :rule, :label, :severity, :places)
                    """)
                    .param("organisation", organisation.value())
                    .param("subject", subject)
                    .param("hash", contentHash)
                    .param("packs", packs(checkup.packs()))
                    .param("key", found.key())
                    .param("rule", found.finding().rule())
                    .param("label", found.finding().label().name())
                    .param("severity", found.severity().name())
                    .param("places", found.places().size())
                    .update();
        }
    }

    /** These very words of a subject. */
    record Checked(UUID subject, String contentHash) {}

    /** How many findings block exactly these words under exactly these packs; those nobody looked at are missing. */
    Map<Checked, Integer> blocks(OrganisationId organisation, Collection<Checked> words, Set<String> packs) {
        var blocks = new HashMap<Checked, Integer>();
        jdbc.sql("""
                select r.subject_id, r.content_hash, r.blocks
                  from unnest(:subjects, :hashes) as asked(subject, hash)
                 cross join lateral (select subject_id, content_hash, blocks
                                       from check_report
                                      where organisation_id = :organisation
                                        and subject_id = asked.subject
                                        and content_hash = asked.hash
                                        and packs = :packs
                                     offset 0) r  -- each by its key, however many are asked for
                """)
                .param("organisation", organisation.value())
                .param("subjects", words.stream().map(Checked::subject).toArray(UUID[]::new))
                .param("hashes", words.stream().map(Checked::contentHash).toArray(String[]::new))
                .param("packs", packs(packs))
                .query(row -> {
                    blocks.put(
                            new Checked(row.getObject("subject_id", UUID.class), row.getString("content_hash")),
                            row.getInt("blocks"));
                });
        return blocks;
    }

    void answer(OrganisationId organisation, UUID subject, Found warning, String words, PersonId by, Instant at) {
        jdbc.sql("""
                insert into check_answer (organisation_id, subject_id, finding_key, rule, reason, person_id, answered_at)
                values (:organisation, :subject, :key, :rule, :reason, :person, :at)
                on conflict (organisation_id, subject_id, finding_key)
                do update set reason = excluded.reason, person_id = excluded.person_id, answered_at = excluded.answered_at
                """)
                .param("organisation", organisation.value())
                .param("subject", subject)
                .param("key", warning.key())
                .param("rule", warning.finding().rule())
                .param("reason", keys.sealText(organisation, REASON, words))
                .param("person", by.value())
                .param("at", utc(at))
                .update();
    }

    Map<String, Reason> answers(OrganisationId organisation, UUID subject) {
        var answers = new HashMap<String, Reason>();
        jdbc.sql("""
                select finding_key, reason, person_id, answered_at
                  from check_answer
                 where organisation_id = :organisation and subject_id = :subject
                """)
                .param("organisation", organisation.value())
                .param("subject", subject)
                .query(row -> {
                    answers.put(
                            row.getString("finding_key"),
                            new Reason(
                                    keys.openText(organisation, REASON, row.getBytes("reason")),
                                    new PersonId(organisation, row.getObject("person_id", UUID.class)),
                                    row.getObject("answered_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return answers;
    }

    private static String packs(Set<String> packs) {
        return String.join(", ", packs.stream().sorted().toList());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
