package org.hearten.posts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation's templates and blocks. Removing one can be taken back. */
@Component
@Transactional(readOnly = true)
public class Blocks {
    private static final String WORDS = "post_block";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocks(JdbcClient jdbc, Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    List<Block> all(OrganisationId organisation) {
        return jdbc.sql("""
                select id, kind, language, name, body
                  from post_block
                 where organisation_id = :organisation and removed_at is null
                 order by kind desc, id
                """)
                .param("organisation", organisation.value())
                .query((row, number) -> new Block(
                        row.getObject("id", UUID.class),
                        Block.Kind.valueOf(row.getString("kind")),
                        row.getString("language"),
                        keys.openText(organisation, WORDS, row.getBytes("name")),
                        keys.openText(organisation, WORDS, row.getBytes("body"))))
                .list();
    }

    Optional<Block> find(OrganisationId organisation, UUID id) {
        return all(organisation).stream().filter(block -> block.id().equals(id)).findFirst();
    }

    @Transactional
    public void add(Block block, PersonId by) {
        jdbc.sql("""
                insert into post_block (organisation_id, id, kind, language, name, body, changed_at, changed_by)
                values (:organisation, :id, :kind, :language, :name, :body, :now, :by)
                """)
                .param("organisation", by.organisation().value())
                .param("id", block.id())
                .param("kind", block.kind().name())
                .param("language", block.language())
                .param("name", keys.sealText(by.organisation(), WORDS, block.name()))
                .param("body", keys.sealText(by.organisation(), WORDS, block.text()))
                .param("now", now())
                .param("by", by.value())
                .update();
        events.publishEvent(Recorded.of("block.added").on("block", block.id()));
    }

    @Transactional
    public void rewrite(Block block, PersonId by) {
        var changed = jdbc.sql("""
                update post_block
                   set kind = :kind, language = :language, name = :name, body = :body, changed_at = :now, changed_by = :by
                 where organisation_id = :organisation and id = :id and removed_at is null
                """)
                .param("organisation", by.organisation().value())
                .param("id", block.id())
                .param("kind", block.kind().name())
                .param("language", block.language())
                .param("name", keys.sealText(by.organisation(), WORDS, block.name()))
                .param("body", keys.sealText(by.organisation(), WORDS, block.text()))
                .param("now", now())
                .param("by", by.value())
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        events.publishEvent(Recorded.of("block.changed").on("block", block.id()));
    }

    @Transactional
    public void remove(UUID id, PersonId by) {
        mark(id, by, now());
        events.publishEvent(Recorded.of("block.removed").on("block", id));
    }

    @Transactional
    public void giveBack(UUID id, PersonId by) {
        mark(id, by, null);
        events.publishEvent(Recorded.of("block.returned").on("block", id));
    }

    private void mark(UUID id, PersonId by, @Nullable OffsetDateTime removedAt) {
        var changed = jdbc.sql(
                        "update post_block set removed_at = :at where organisation_id = :organisation and id = :id")
                .param("at", removedAt)
                .param("organisation", by.organisation().value())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
