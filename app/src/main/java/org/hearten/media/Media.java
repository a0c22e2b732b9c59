package org.hearten.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The picture library. */
@Service
@Transactional(readOnly = true)
public class Media {
    /** No larger file is taken. */
    public static final int MOST_BYTES = Darkroom.MAX_UPLOAD_BYTES;

    private static final String SHOWN = "picture.shown";
    private static final String SENT = "picture.sent";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Darkroom darkroom;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Media(JdbcClient jdbc, Keys keys, Darkroom darkroom, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.darkroom = darkroom;
        this.events = events;
        this.clock = clock;
    }

    /** Draws the picture anew and keeps it; the file itself is forgotten. */
    @Transactional
    public Upload keep(FacilityId facility, PersonId by, byte[] file) {
        return switch (darkroom.develop(file)) {
            case Darkroom.Refused refused -> new Upload.Refused(refused.messageKey(), refused.arguments());
            case Darkroom.Developed developed -> new Upload.Kept(keep(facility, by, developed));
        };
    }

    private StoredPicture keep(FacilityId facility, PersonId by, Darkroom.Developed developed) {
        var organisation = facility.organisation();
        var shown = developed.shown();
        var picture = new StoredPicture(
                new PictureId(organisation, Ids.next()),
                facility,
                sha256(shown.bytes()),
                shown.width(),
                shown.height());
        jdbc.sql("""
                insert into picture (organisation_id, id, facility_id, hash, media_type, width, height, shown,
                                     sent_width, sent_height, sent, kept_by, kept_at)
                values (:organisation, :id, :facility, :hash, :type, :width, :height, :shown,
                        :sentWidth, :sentHeight, :sent, :by, :at)
                """)
                .param("organisation", organisation.value())
                .param("id", picture.id().value())
                .param("facility", facility.value())
                .param("hash", picture.hash())
                .param("type", shown.mediaType())
                .param("width", shown.width())
                .param("height", shown.height())
                .param("shown", keys.seal(organisation, SHOWN, shown.bytes()))
                .param("sentWidth", developed.sent().width())
                .param("sentHeight", developed.sent().height())
                .param("sent", keys.seal(organisation, SENT, developed.sent().bytes()))
                .param("by", by.value())
                .param("at", now())
                .update();
        events.publishEvent(Recorded.of("picture.kept")
                .on("picture", picture.id().value())
                .at(facility.value())
                .hashes(null, picture.hash()));
        return picture;
    }

    public Optional<StoredPicture> find(PictureId id) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, hash, width, height
                  from picture
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(Media::read)
                .optional();
    }

    /** As people see it on our own pages: at most 2,000 pixels on its longer side. */
    public Optional<Rendition> shown(PictureId id) {
        return jdbc.sql("""
                select shown as image, media_type, width, height
                  from picture
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query((row, number) -> rendition(row, id.organisation(), SHOWN))
                .optional();
    }

    /** Of these pictures of one organisation, those that are here. */
    public Set<PictureId> kept(Collection<PictureId> pictures) {
        return pictures.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select id from picture where organisation_id = :organisation and id = any(:ids)")
                        .param(
                                "organisation",
                                pictures.iterator().next().organisation().value())
                        .param("ids", pictures.stream().map(PictureId::value).toArray(UUID[]::new))
                        .query((row, number) -> new PictureId(
                                pictures.iterator().next().organisation(), row.getObject("id", UUID.class)))
                        .list());
    }

    /** As networks take it: below 976.56 kB, which is Bluesky's limit. */
    public Optional<Rendition> bytes(PictureId id) {
        return jdbc.sql("""
                select sent as image, media_type, sent_width as width, sent_height as height
                  from picture
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query((row, number) -> rendition(row, id.organisation(), SENT))
                .optional();
    }

    /** Kept for good, as said by hand. Saying it again changes nothing. */
    @Transactional
    public void declare(PictureId picture, PersonId by, Declaration.As as) {
        var added = jdbc.sql("""
                insert into picture_declaration (organisation_id, picture_id, person_id, said_as, how, said_at)
                values (:organisation, :picture, :person, :as, 'BY_HAND', :at)
                on conflict do nothing
                """)
                .param("organisation", picture.organisation().value())
                .param("picture", picture.value())
                .param("person", by.value())
                .param("as", as.name())
                .param("at", now())
                .update();
        if (added == 1) {
            events.publishEvent(Recorded.of("picture.declared")
                    .on("picture", picture.value())
                    .saying(as.name()));
        }
    }

    public List<Declaration> declarations(PictureId picture) {
        return jdbc.sql("""
                select person_id, said_as, said_at
                  from picture_declaration
                 where organisation_id = :organisation and picture_id = :picture
                 order by said_at, person_id
                """)
                .param("organisation", picture.organisation().value())
                .param("picture", picture.value())
                .query((row, number) -> new Declaration(
                        picture,
                        new PersonId(picture.organisation(), row.getObject("person_id", UUID.class)),
                        Declaration.As.valueOf(row.getString("said_as")),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Rendition rendition(ResultSet row, OrganisationId organisation, String context) throws SQLException {
        return new Rendition(
                keys.open(organisation, context, row.getBytes("image")),
                row.getString("media_type"),
                row.getInt("width"),
                row.getInt("height"));
    }

    private static StoredPicture read(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new StoredPicture(
                new PictureId(organisation, row.getObject("id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                row.getString("hash"),
                row.getInt("width"),
                row.getInt("height"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
