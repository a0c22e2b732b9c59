package org.hearten.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.junit.jupiter.api.Test;

class AuditModuleTests extends AuditProof {
    private final OrganisationId narmada = new OrganisationId(Ids.next());

    @Test
    void a_whole_record_says_how_far_it_reaches() {
        fiveSealed();

        var report = verifier.verify(narmada);

        assertThat(report.whole()).isTrue();
        assertThat(report.sealed()).isEqualTo(5);
        assertThat(report.lastHead().position()).isEqualTo(5);
        assertThat(report.afterHead()).isZero();
        assertThat(report.waiting()).isZero();
        assertThat(report.sentence()).startsWith("The record is whole: 5 entries");
    }

    @Test
    void what_is_not_sealed_yet_and_what_lies_after_the_head_is_said() {
        fiveSealed();
        record(narmada, "post.saved");
        // Not at once: an entry is sealed when every older transaction of this server has ended.
        Awaitility.await().until(() -> {
            seal();
            return chained(narmada).size() == 6;
        });
        record(narmada, "post.saved");

        var report = verifier.verify(narmada);

        assertThat(report.afterHead()).isEqualTo(1);
        assertThat(report.waiting()).isEqualTo(1);
    }

    @Test
    void an_entry_altered_by_the_superuser_is_named() {
        fiveSealed();
        var third = chained(narmada).get(2);

        asSuperuser("update audit_entry set action = 'post.cancelled' where id = '" + third + "'");

        assertThat(verifier.verify(narmada).fault()).isEqualTo(new ChainFault.Altered(3, third));
        assertThat(verifier.verify(narmada).sound()).isEqualTo(2);
    }

    @Test
    void each_single_field_is_under_the_seal() {
        for (var change : new String[] {
            "recorded_at = recorded_at + interval '1 microsecond'",
            "person_id = gen_random_uuid()",
            "actor = 'person'",
            "came_from = '10.0.0.1'",
            "object_kind = 'reply'",
            "object_id = gen_random_uuid()",
            "facility_id = gen_random_uuid()",
            "before_hash = ''",
            "after_hash = 'aa'",
            "detail = 'x'"
        }) {
            var organisation = new OrganisationId(Ids.next());
            record(organisation, "post.saved");
            sealer.sealAndExport(organisation);

            asSuperuser("update audit_entry set " + change + " where organisation_id = '" + organisation.value() + "'");

            assertThat(verifier.verify(organisation).fault()).as(change).isInstanceOf(ChainFault.Altered.class);
        }
    }

    @Test
    void an_entry_removed_is_named() {
        fiveSealed();
        var second = chained(narmada).get(1);

        asSuperuser("delete from audit_entry where id = '" + second + "'");

        assertThat(verifier.verify(narmada).fault()).isEqualTo(new ChainFault.Removed(2, second));
    }

    @Test
    void an_entry_removed_with_its_seal_leaves_a_gap() {
        fiveSealed();
        var second = chained(narmada).get(1);

        asSuperuser(
                "delete from audit_entry where id = '" + second + "'",
                "delete from audit_link where entry_id = '" + second + "'");

        assertThat(verifier.verify(narmada).fault()).isEqualTo(new ChainFault.Missing(2, 2));
    }

    @Test
    void a_gap_closed_by_counting_anew_is_found() {
        fiveSealed();
        var second = chained(narmada).get(1);

        asSuperuser(
                "delete from audit_entry where id = '" + second + "'",
                "delete from audit_link where entry_id = '" + second + "'",
                "update audit_link set position = 2 where " + mine() + " and position = 3",
                "update audit_link set position = 3 where " + mine() + " and position = 4",
                "update audit_link set position = 4 where " + mine() + " and position = 5");

        assertThat(verifier.verify(narmada).fault().position()).isEqualTo(2);
    }

    @Test
    void two_entries_that_changed_places_in_the_chain_are_named() {
        fiveSealed();
        var ids = chained(narmada);

        asSuperuser(
                "update audit_link set position = 99 where " + mine() + " and position = 2",
                "update audit_link set position = 2 where " + mine() + " and position = 4",
                "update audit_link set position = 4 where " + mine() + " and position = 99");

        assertThat(verifier.verify(narmada).fault()).isEqualTo(new ChainFault.Moved(2, ids.get(3), 4, ids.get(1)));
    }

    @Test
    void two_entries_whose_words_changed_places_are_named() {
        fiveSealed();
        var ids = chained(narmada);

        asSuperuser("""
                update audit_entry a
                   set recorded_at = b.recorded_at, action = b.action, object_id = b.object_id
                  from audit_entry b
                 where (a.id, b.id) in (('%1$s', '%2$s'), ('%2$s', '%1$s'))
                """.formatted(ids.get(1), ids.get(3)));

        assertThat(verifier.verify(narmada).fault()).isEqualTo(new ChainFault.Moved(2, ids.get(1), 4, ids.get(3)));
    }

    @Test
    void an_exchanged_seal_is_told_from_an_altered_entry() {
        fiveSealed();
        var third = chained(narmada).get(2);

        asSuperuser(
                "update audit_link set mac = decode(repeat('00', 32), 'hex') where " + mine() + " and position = 3");

        assertThat(verifier.verify(narmada).fault()).isEqualTo(new ChainFault.SealExchanged(3, third));
    }

    @Test
    void a_cut_tail_is_found_by_the_head_that_left_the_machine() {
        fiveSealed();
        var ids = chained(narmada);

        asSuperuser(
                "delete from audit_link where " + mine() + " and position > 3",
                "delete from audit_entry where id in ('" + ids.get(3) + "', '" + ids.get(4) + "')");

        var fault = verifier.verify(narmada).fault();
        assertThat(fault).isInstanceOf(ChainFault.TailCut.class);
        assertThat(fault.position()).isEqualTo(4);
        assertThat(fault.sentence()).contains("held 5 entries");
    }

    @Test
    void a_tail_cut_and_grown_again_is_not_the_chain_whose_head_left() {
        fiveSealed();
        var ids = chained(narmada);
        asSuperuser(
                "delete from audit_link where " + mine() + " and position > 3",
                "delete from audit_entry where id in ('" + ids.get(3) + "', '" + ids.get(4) + "')",
                "delete from audit_head where " + mine());

        record(narmada, "post.saved");
        record(narmada, "post.saved");
        record(narmada, "post.saved");
        seal();

        var report = verifier.verify(narmada);
        assertThat(report.fault()).isInstanceOf(ChainFault.Rewritten.class);
        assertThat(report.fault().position()).isEqualTo(5);
    }

    @Test
    void a_whole_organisation_removed_is_missed() {
        fiveSealed();

        asSuperuser("delete from audit_link where " + mine(), "delete from audit_entry where " + mine());

        assertThat(verifier.verifyAll())
                .filteredOn(report -> report.organisation().equals(narmada))
                .singleElement()
                .satisfies(report -> assertThat(report.fault()).isInstanceOf(ChainFault.TailCut.class));
    }

    @Test
    void a_transaction_that_commits_late_is_still_sealed() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(() -> tenancy.run(
                Caller.system(narmada, "test"),
                () -> transaction.executeWithoutResult(ignored -> {
                    note("post.late");
                    written.countDown();
                    await(mayCommit);
                })));
        await(written);
        record(narmada, "post.early");
        seal();
        assertThat(chained(narmada))
                .as("nothing passes one that is still writing")
                .isEmpty();

        mayCommit.countDown();
        late.get(10, TimeUnit.SECONDS);
        seal();

        assertThat(chained(narmada)).hasSize(2);
        assertThat(verifier.verify(narmada).whole()).isTrue();
        assertThat(verifier.verify(narmada).waiting()).isZero();
    }

    @Test
    void entries_of_a_restored_server_whose_count_ran_ahead_are_sealed() {
        fiveSealed();
        asSuperuser("update audit_link set sealed_before = '9000000000' where " + mine());
        record(narmada, "post.saved");
        asSuperuser("update audit_entry set written_in = '8000000000' where " + mine() + " and action = 'post.saved'");
        record(narmada, "post.submitted");

        seal();

        assertThat(verifier.verify(narmada).waiting()).isZero();
        assertThat(verifier.verify(narmada).sealed()).isEqualTo(7);
    }

    @Test
    void several_sealers_at_once_make_one_chain() {
        for (var n = 0; n < 200; n++) {
            record(narmada, "post.saved");
        }

        var sealers = java.util.stream.IntStream.range(0, 4)
                .mapToObj(ignored -> CompletableFuture.runAsync(this::seal))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sealers).join();
        seal();

        assertThat(verifier.verify(narmada).whole()).isTrue();
        assertThat(verifier.verify(narmada).sealed()).isEqualTo(200);
    }

    @Test
    void the_pool_can_neither_change_nor_remove_what_is_recorded() {
        fiveSealed();

        for (var attempt : new String[] {
            "update audit_entry set detail = 'x'", "delete from audit_entry", "truncate audit_entry",
            "update audit_link set position = 1", "delete from audit_link", "delete from audit_head"
        }) {
            assertThatThrownBy(() -> tenancy.run(
                            Caller.system(narmada, "test"),
                            () -> transaction.executeWithoutResult(
                                    ignored -> jdbc.sql(attempt).update())))
                    .as(attempt)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void lakeside_sees_nothing_of_narmadas_chain() {
        fiveSealed();

        assertThat(chained(new OrganisationId(Ids.next()))).isEmpty();
    }

    private void fiveSealed() {
        for (var action : new String[] {"post.made", "post.moved", "post.approved", "post.sent", "post.read"}) {
            record(narmada, action);
        }
        sealer.sealAndExport(narmada);
        assertThat(chained(narmada)).hasSize(5);
    }

    /** Another test's transaction, or the server's own, may hold the sealing up for a moment. */
    private void seal() {
        sealer.seal(narmada);
    }

    private String mine() {
        return "organisation_id = '" + narmada.value() + "'";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
