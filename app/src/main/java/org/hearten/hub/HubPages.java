package org.hearten.hub;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.facilities.FacilityId;
import org.hearten.hub.Page.Image;
import org.hearten.hub.Page.Reference;
import org.hearten.tenancy.Glance;
import org.hearten.tenancy.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code hub_page} and its pictures. */
@Repository
class HubPages {
    private final JdbcClient jdbc;
    private final Glance glance;

    HubPages(JdbcClient jdbc, Glance glance) {
        this.jdbc = jdbc;
        this.glance = glance;
    }

    /** How a key stands: there, or taken down for good. */
    enum Standing {
        THERE,
        REMOVED
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Bytes(String mediaType, byte[] bytes) {}

    /** What the room of posts knows and the network's contract does not carry. */
    record Extras(List<Reference> sources, @Nullable String checkedBy) {
        static final Extras NONE = new Extras(List.of(), null);
    }

    /** A post that is to stand here. */
    record Put(PageId id, Outgoing outgoing, Extras extras) {}

    /**
     * Puts posts of one organisation here, each once: a key that stands, or was taken down, is left as it is.
     *
     * @return how each of them stands now
     */
    Map<PageId, Standing> put(List<Put> all, Instant now) {
        jdbc.sql("""
                insert into hub_page (organisation_id, send_key, facility_id, post_id, language, title, body,
                                      picture_alts, picture_widths, picture_heights,
                                      source_titles, source_publishers, source_addresses, checked_by,
                                      published_at, changed_at, comments)
                select organisation_id, send_key, facility_id, post_id, language, title, body,
                       picture_alts, picture_widths, picture_heights,
                       source_titles, source_publishers, source_addresses, checked_by,
                       :now, :now, 0
                  from json_populate_recordset(null::hub_page, cast(:rows as json))
                on conflict (organisation_id, send_key) do nothing
                """)
                .param("now", utc(now))
                .param("rows", Rows.of(all, HubPages::row))
                .update();
        var standing = standing(all.stream().map(Put::id).toList());
        putPictures(all.stream()
                .filter(put -> standing.get(put.id()) == Standing.THERE)
                .toList());
        return standing;
    }

    private static Map<String, @Nullable Object> row(Put put) {
        var outgoing = put.outgoing();
        var pictures = outgoing.pictures();
        var sources = put.extras().sources();
        var row = new HashMap<String, @Nullable Object>();
        row.put("organisation_id", put.id().organisation().value());
        row.put("send_key", put.id().value());
        row.put("facility_id", outgoing.facility().value());
        row.put("post_id", outgoing.subject());
        row.put("language", outgoing.language());
        row.put("title", outgoing.title());
        row.put("body", outgoing.text());
        row.put("picture_alts", pictures.stream().map(Picture::altText).toList());
        row.put("picture_widths", pictures.stream().map(Picture::width).toList());
        row.put("picture_heights", pictures.stream().map(Picture::height).toList());
        row.put("source_titles", sources.stream().map(Reference::title).toList());
        row.put("source_publishers", sources.stream().map(Reference::publisher).toList());
        row.put("source_addresses", sources.stream().map(Reference::address).toList());
        row.put("checked_by", put.extras().checkedBy());
        return row;
    }

    private void putPictures(List<Put> all) {
        for (var put : all) {
            var pictures = put.outgoing().pictures();
            for (int place = 0; place < pictures.size(); place++) {
                put(put.id(), place, pictures.get(place));
            }
        }
    }

    private void put(PageId id, int place, Picture picture) {
        jdbc.sql("""
                insert into hub_picture (organisation_id, send_key, place, media_type, bytes)
                values (:organisation, :key, :place, :type, :bytes)
                on conflict do nothing
                """)
                .param("organisation", id.organisation().value())
                .param("key", id.value())
                .param("place", place)
                .param("type", picture.mediaType())
                .param("bytes", picture.bytes())
                .update();
    }

    private Map<PageId, Standing> standing(List<PageId> ids) {
        var standing = new HashMap<PageId, Standing>();
        if (!ids.isEmpty()) {
            var organisation = ids.getFirst().organisation();
            jdbc.sql("""
                    select send_key, removed_at is null as there
                      from hub_page
                     where organisation_id = :organisation and send_key = any(:keys)
                    """)
                    .param("organisation", organisation.value())
                    .param("keys", ids.stream().map(PageId::value).toArray(UUID[]::new))
                    .query(row -> {
                        standing.put(
                                new PageId(organisation, row.getObject("send_key", UUID.class)),
                                row.getBoolean("there") ? Standing.THERE : Standing.REMOVED);
                    });
        }
        return standing;
    }

    /**
     * Takes the words and pictures away. The key stays taken, so that a sending still on its way is refused.
     *
     * @return whether something stood there
     */
    boolean remove(PageId id, FacilityId facility, Instant now) {
        var barred = jdbc.sql("""
                insert into hub_page (organisation_id, send_key, facility_id, post_id, language, title, body,
                                      picture_alts, picture_widths, picture_heights,
                                      source_titles, source_publishers, source_addresses,
                                      published_at, changed_at, comments, removed_at)
                values (:organisation, :key, :facility, :key, 'en', '', '', '{}', '{}', '{}', '{}', '{}', '{}',
                        :now, :now, 0, :now)
                on conflict (organisation_id, send_key) do nothing
                """)
                .param("organisation", id.organisation().value())
                .param("key", id.value())
                .param("facility", facility.value())
                .param("now", utc(now))
                .update();
        if (barred == 1) {
            return false;
        } else {
            var removed = jdbc.sql("""
                    update hub_page
                       set title = '', body = '', checked_by = null, comments = 0, removed_at = :now, changed_at = :now,
                           picture_alts = '{}', picture_widths = '{}', picture_heights = '{}',
                           source_titles = '{}', source_publishers = '{}', source_addresses = '{}'
                     where organisation_id = :organisation and send_key = :key and removed_at is null
                    """)
                    .param("organisation", id.organisation().value())
                    .param("key", id.value())
                    .param("now", utc(now))
                    .update();
            jdbc.sql("delete from hub_picture where organisation_id = :organisation and send_key = :key")
                    .param("organisation", id.organisation().value())
                    .param("key", id.value())
                    .update();
            return removed == 1;
        }
    }

    Optional<Page> find(FacilityId facility, UUID key) {
        return glance.first(
                """
                select organisation_id, send_key, language, title, body, picture_alts, picture_widths, picture_heights,
                       source_titles, source_publishers, source_addresses, checked_by, published_at, changed_at, comments
                  from hub_page
                 where organisation_id = :organisation and send_key = :key
                   and facility_id = :facility and removed_at is null
                """,
                Map.of(
                        "organisation", facility.organisation().value(),
                        "key", key,
                        "facility", facility.value()),
                (row, number) -> read(facility, row));
    }

    /** The newest in one language. */
    List<Page> latest(FacilityId facility, String language, int atMost) {
        return jdbc.sql("""
                select organisation_id, send_key, language, title, body, picture_alts, picture_widths, picture_heights,
                       source_titles, source_publishers, source_addresses, checked_by, published_at, changed_at, comments
                  from hub_page
                 where organisation_id = :organisation and facility_id = :facility and language = :language
                   and removed_at is null
                 order by published_at desc
                 limit :most
                """)
                .param("organisation", facility.organisation().value())
                .param("facility", facility.value())
                .param("language", language)
                .param("most", atMost)
                .query((row, number) -> read(facility, row))
                .list();
    }

    Optional<Bytes> picture(FacilityId facility, UUID key, int place) {
        return jdbc.sql("""
                select i.media_type, i.bytes
                  from hub_picture i
                  join hub_page p using (organisation_id, send_key)
                 where i.organisation_id = :organisation and i.send_key = :key and i.place = :place
                   and p.facility_id = :facility and p.removed_at is null
                """)
                .param("organisation", facility.organisation().value())
                .param("key", key)
                .param("place", place)
                .param("facility", facility.value())
                .query((row, number) -> new Bytes(row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    /** How many comments are shown under each page that still stands. */
    Map<UUID, Long> comments(List<PageId> ids) {
        var counts = new HashMap<UUID, Long>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select send_key, comments
                      from hub_page
                     where organisation_id = :organisation and send_key = any(:keys) and removed_at is null
                    """)
                    .param("organisation", ids.getFirst().organisation().value())
                    .param("keys", ids.stream().map(PageId::value).toArray(UUID[]::new))
                    .query(row -> {
                        counts.put(row.getObject("send_key", UUID.class), row.getLong("comments"));
                    });
        }
        return counts;
    }

    private static Page read(FacilityId facility, ResultSet row) throws SQLException {
        var alts = texts(row.getArray("picture_alts"));
        var widths = numbers(row.getArray("picture_widths"));
        var heights = numbers(row.getArray("picture_heights"));
        var titles = texts(row.getArray("source_titles"));
        var publishers = texts(row.getArray("source_publishers"));
        var addresses = texts(row.getArray("source_addresses"));
        return new Page(
                new PageId(facility.organisation(), row.getObject("send_key", UUID.class)),
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                IntStream.range(0, alts.length)
                        .mapToObj(at -> new Image(at, alts[at], widths[at], heights[at]))
                        .toList(),
                IntStream.range(0, titles.length)
                        .mapToObj(at -> new Reference(titles[at], publishers[at], addresses[at]))
                        .toList(),
                row.getString("checked_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("comments"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static Integer[] numbers(Array array) throws SQLException {
        return (Integer[]) array.getArray();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
