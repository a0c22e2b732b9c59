package org.hearten.posts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.keys.Keys;
import org.hearten.media.PictureId;
import org.hearten.tenancy.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code post_version}, {@code post_source} and {@code post_picture}, in the author's order. */
@Repository
class PostParts {
    private static final String SOURCE = "post_source";
    private static final String ALT = "post_picture.alt";

    private final JdbcClient jdbc;
    private final Keys keys;

    PostParts(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Posts of one organisation, each with its parts: three questions, however many posts. */
    List<Post> addedTo(List<Post> posts) {
        var organisation = posts.getFirst().id().organisation();
        var ids = posts.stream().map(post -> post.id().value()).toArray(UUID[]::new);
        var versions = versions(organisation, ids);
        var sources = sources(organisation, ids);
        var pictures = pictures(organisation, ids);
        return posts.stream()
                .map(post -> {
                    var id = post.id().value();
                    return post.with(
                            versions.getOrDefault(id, List.of()).stream()
                                    .map(version -> version.saying(post.text()))
                                    .toList(),
                            sources.getOrDefault(id, List.of()),
                            pictures.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private interface Part<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Of<T>(UUID post, T part) {}

    private <T> Map<UUID, List<T>> byPost(OrganisationId organisation, UUID[] posts, String sql, Part<T> part) {
        return jdbc
                .sql(sql)
                .param("organisation", organisation.value())
                .param("posts", posts)
                .query((row, number) -> new Of<>(row.getObject("post_id", UUID.class), part.read(row)))
                .list()
                .stream()
                .collect(groupingBy(Of::post, mapping(Of::part, toList())));
    }

    private Map<UUID, List<Version>> versions(OrganisationId organisation, UUID[] posts) {
        return byPost(organisation, posts, """
                select post_id, network, account_id, body, set_aside
                  from post_version
                 where organisation_id = :organisation and post_id = any(:posts)
                 order by post_id, position
                """, row -> version(row, organisation));
    }

    private Version version(ResultSet row, OrganisationId organisation) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        var body = row.getBytes("body");
        var aside = row.getBytes("set_aside");
        return new Version(
                Network.valueOf(row.getString("network")),
                account == null ? null : new AccountId(organisation, account),
                body == null ? "" : keys.openText(organisation, PostRows.BODY, body),
                body != null,
                aside == null ? "" : keys.openText(organisation, PostRows.BODY, aside));
    }

    Map<UUID, List<Source>> sources(OrganisationId organisation, UUID[] posts) {
        return byPost(
                organisation,
                posts,
                """
                select post_id, title, publisher, address
                  from post_source
                 where organisation_id = :organisation and post_id = any(:posts)
                 order by post_id, position
                """,
                row -> new Source(
                        keys.openText(organisation, SOURCE, row.getBytes("title")),
                        keys.openText(organisation, SOURCE, row.getBytes("publisher")),
                        keys.openText(organisation, SOURCE, row.getBytes("address"))));
    }

    private Map<UUID, List<Attachment>> pictures(OrganisationId organisation, UUID[] posts) {
        return byPost(
                organisation,
                posts,
                """
                select post_id, picture_id, picture_hash, alt, declared
                  from post_picture
                 where organisation_id = :organisation and post_id = any(:posts)
                 order by post_id, position
                """,
                row -> new Attachment(
                        new PictureId(organisation, row.getObject("picture_id", UUID.class)),
                        row.getString("picture_hash"),
                        keys.openText(organisation, ALT, row.getBytes("alt")),
                        row.getBoolean("declared")));
    }

    void remove(PostId id) {
        for (var statement : List.of(
                "delete from post_version where organisation_id = :organisation and post_id = :post",
                "delete from post_source where organisation_id = :organisation and post_id = :post",
                "delete from post_picture where organisation_id = :organisation and post_id = :post")) {
            jdbc.sql(statement)
                    .param("organisation", id.organisation().value())
                    .param("post", id.value())
                    .update();
        }
    }

    void add(PostId id, Draft draft) {
        var organisation = id.organisation();
        for (int position = 0; position < draft.versions().size(); position++) {
            var version = draft.versions().get(position);
            var account = version.account();
            jdbc.sql("""
                    insert into post_version (organisation_id, post_id, position, network, account_id, body, set_aside)
                    values (:organisation, :post, :position, :network, :account, :body, :aside)
                    """)
                    .param("organisation", organisation.value())
                    .param("post", id.value())
                    .param("position", position)
                    .param("network", version.network().name())
                    .param("account", account == null ? null : account.value())
                    .param("body", version.own() ? keys.sealText(organisation, PostRows.BODY, version.text()) : null)
                    .param(
                            "aside",
                            version.setAside().isEmpty()
                                    ? null
                                    : keys.sealText(organisation, PostRows.BODY, version.setAside()))
                    .update();
        }
        for (int position = 0; position < draft.sources().size(); position++) {
            var source = draft.sources().get(position);
            jdbc.sql("""
                    insert into post_source (organisation_id, post_id, position, title, publisher, address)
                    values (:organisation, :post, :position, :title, :publisher, :address)
                    """)
                    .param("organisation", organisation.value())
                    .param("post", id.value())
                    .param("position", position)
                    .param("title", keys.sealText(organisation, SOURCE, source.title()))
                    .param("publisher", keys.sealText(organisation, SOURCE, source.publisher()))
                    .param("address", keys.sealText(organisation, SOURCE, source.address()))
                    .update();
        }
        for (int position = 0; position < draft.pictures().size(); position++) {
            var picture = draft.pictures().get(position);
            jdbc.sql("""
                    insert into post_picture (organisation_id, post_id, position, picture_id, picture_hash, alt, declared)
                    values (:organisation, :post, :position, :picture, :hash, :alt, :declared)
                    """)
                    .param("organisation", organisation.value())
                    .param("post", id.value())
                    .param("position", position)
                    .param("picture", picture.picture().value())
                    .param("hash", picture.hash())
                    .param("alt", keys.sealText(organisation, ALT, picture.alt()))
                    .param("declared", picture.declared())
                    .update();
        }
    }
}
