package org.hearten.phrases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.OrganisationId;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisation's saved answers. Removing one can be taken back. */
@Service
@Transactional(readOnly = true)
public class Phrases {
    private static final String WORDS = "phrase";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Phrases(JdbcClient jdbc, Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** By name. */
    public List<Phrase> all(OrganisationId organisation) {
        return jdbc
                .sql("""
                select id, name, english, hindi
                  from phrase
                 where organisation_id = :organisation and removed_at is null
                """)
                .param("organisation", organisation.value())
                .query((row, number) -> new Phrase(
                        row.getObject("id", UUID.class),
                        keys.openText(organisation, WORDS, row.getBytes("name")),
                        keys.openText(organisation, WORDS, row.getBytes("english")),
                        keys.openText(organisation, WORDS, row.getBytes("hindi"))))
                .stream()
                .sorted(Comparator.comparing(Phrase::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    public Optional<Phrase> find(OrganisationId organisation, UUID id) {
        return all(organisation).stream()
                .filter(phrase -> phrase.id().equals(id))
                .findFirst();
    }

    @Transactional
    public void add(Phrase phrase, PersonId by) {
        jdbc.sql("""
                insert into phrase (organisation_id, id, name, english, hindi, changed_at, changed_by)
                values (:organisation, :id, :name, :english, :hindi, :now, :by)
                """).params(values(phrase, by)).update();
        record("phrase.added", phrase.id());
    }

    /** @throws Refusal (404) when it is not there, or was removed */
    @Transactional
    public void rewrite(Phrase phrase, PersonId by) {
        var changed = jdbc.sql("""
                update phrase set name = :name, english = :english, hindi = :hindi, changed_at = :now, changed_by = :by
                 where organisation_id = :organisation and id = :id and removed_at is null
                """).params(values(phrase, by)).update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        record("phrase.changed", phrase.id());
    }

    @Transactional
    public void remove(UUID id, PersonId by) {
        mark(id, by, now());
        record("phrase.removed", id);
    }

    @Transactional
    public void giveBack(UUID id, PersonId by) {
        mark(id, by, null);
        record("phrase.returned", id);
    }

    private Map<String, Object> values(Phrase phrase, PersonId by) {
        var organisation = by.organisation();
        return Map.of(
                "organisation",
                organisation.value(),
                "id",
                phrase.id(),
                "name",
                keys.sealText(organisation, WORDS, phrase.name()),
                "english",
                keys.sealText(organisation, WORDS, phrase.english()),
                "hindi",
                keys.sealText(organisation, WORDS, phrase.hindi()),
                "now",
                now(),
                "by",
                by.value());
    }

    private void mark(UUID id, PersonId by, @Nullable OffsetDateTime removedAt) {
        var changed = jdbc.sql("update phrase set removed_at = :at where organisation_id = :organisation and id = :id")
                .param("at", removedAt)
                .param("organisation", by.organisation().value())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
    }

    private void record(String action, UUID id) {
        events.publishEvent(Recorded.of(action).on("phrase", id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
