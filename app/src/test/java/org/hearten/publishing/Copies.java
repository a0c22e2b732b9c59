package org.hearten.publishing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hearten.Given;
import org.hearten.database.DurableDatabase;
import org.hearten.posts.PostId;
import org.hearten.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For benches: many approved posts for the Hub, copied from one that went through the front door. */
final class Copies {
    private final Given given;
    private final JdbcClient jdbc;
    private final DurableDatabase database;

    Copies(Given given, JdbcClient jdbc, DurableDatabase database) {
        this.given = given;
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Approved posts, each with its own rows everywhere, copied from one that went through the front door. */
    void multiply(PostId template, int copies) throws SQLException {
        try (var owner = DriverManager.getConnection(database.ownerAddress());
                var statement = owner.createStatement()) {
            statement.execute("drop table if exists bench_copy");
            statement.execute("create table bench_copy (post uuid, round uuid, approval uuid, delivery uuid)");
            statement.execute("grant all on bench_copy to public");
        }
        given.in(template.organisation(), () -> {
            for (int number = 0; number < copies; number++) {
                jdbc.sql("insert into bench_copy values (:post, :round, :approval, :delivery)")
                        .param("post", Ids.next())
                        .param("round", Ids.next())
                        .param("approval", Ids.next())
                        .param("delivery", Ids.next())
                        .update();
            }
            copy("post", "t.id = :post", "'id', c.post", template);
            copy("post_version", "t.post_id = :post", "'post_id', c.post", template);
            copy("approval_round", "t.post_id = :post", "'id', c.round, 'post_id', c.post", template);
            copy(
                    "approval",
                    "t.round_id = (select id from approval_round where post_id = :post)",
                    "'id', c.approval, 'round_id', c.round",
                    template);
            copy("check_report", "t.subject_id = :post", "'subject_id', c.post", template);
            copy(
                    "delivery",
                    "t.post_id = :post",
                    "'id', c.delivery, 'post_id', c.post, 'send_key', c.delivery",
                    template);
            jdbc.sql("""
                    insert into due (kind, organisation_id, id, at)
                    select 'delivery.hub', organisation_id, id, due_at from delivery where state = 'PLANNED'
                    on conflict do nothing
                    """).update();
            return copies;
        });
    }

    private void copy(String table, String where, String changes, PostId template) {
        jdbc.sql("insert into " + table + " select (jsonb_populate_record(t, jsonb_build_object(" + changes
                        + "))).* from " + table + " t, bench_copy c where " + where)
                .param("post", template.value())
                .update();
    }

    /** All at the same moment, which the database has had time to prepare for, as it has in production. */
    void due(PostId template, Instant due) throws SQLException {
        given.in(template.organisation(), () -> {
            for (var update : List.of(
                    "update post set due_at = :due where stage = 'APPROVED' and id <> :post",
                    "update delivery set due_at = :due, next_at = :due where state = 'PLANNED' and post_id <> :post",
                    """
                    update due set at = :due
                     where kind = 'delivery.hub'
                       and id <> (select id from delivery where post_id = :post)
                    """)) {
                jdbc.sql(update)
                        .param("due", DeliveryRows.at(due))
                        .param("post", template.value())
                        .update();
            }
            return due;
        });
        try (var owner = DriverManager.getConnection(database.ownerAddress());
                var statement = owner.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }
}
