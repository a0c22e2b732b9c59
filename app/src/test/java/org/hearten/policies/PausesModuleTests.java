package org.hearten.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HeartenTest
@Import(Given.class)
class PausesModuleTests {
    @Autowired
    Given given;

    @Autowired
    Pauses pauses;

    @Autowired
    PauseRule rule;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_pause_of_one_facility_holds_that_one_and_spares_take_downs() {
        var lakeside = given.lakeside();
        var ruth = lakeside.with(Role.COMPLIANCE_OFFICER);

        var pause = given.as(ruth, () -> pauses.begin(lakeside.first(), "A rumour is going round", ruth));

        assertThat(judged(lakeside.first(), Departure.Kind.POST)).isInstanceOf(Verdict.Held.class);
        assertThat(judged(lakeside.first(), Departure.Kind.REPLY)).isInstanceOf(Verdict.Held.class);
        assertThat(judged(lakeside.first(), Departure.Kind.TAKE_DOWN)).isInstanceOf(Verdict.Cleared.class);
        assertThat(judged(lakeside.second(), Departure.Kind.POST)).isInstanceOf(Verdict.Cleared.class);
        given.run(ruth, () -> pauses.release(pause, ruth));
        assertThat(judged(lakeside.first(), Departure.Kind.POST)).isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void pausing_twice_is_pausing_once_and_so_is_releasing() {
        var lakeside = given.lakeside();
        var ruth = lakeside.with(Role.COMPLIANCE_OFFICER);

        var first = given.as(ruth, () -> pauses.begin(null, "Once", ruth));
        var second = given.as(ruth, () -> pauses.begin(null, "Twice", ruth));
        given.run(ruth, () -> pauses.release(first, ruth));
        given.run(ruth, () -> pauses.release(first, ruth));

        assertThat(second).isEqualTo(first);
        assertThat(given.as(ruth, () -> pauses.standing())).isEmpty();
    }

    @Test
    void a_pause_waits_for_the_claim_under_way_and_then_no_claim_passes() throws Exception {
        var lakeside = given.lakeside();
        var ruth = lakeside.with(Role.COMPLIANCE_OFFICER);
        var claimed = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var claim = CompletableFuture.supplyAsync(
                () -> given.in(lakeside.organisation(), () -> {
                    var verdict = rule.judge(departure(lakeside.first(), Departure.Kind.POST));
                    claimed.countDown();
                    await(mayCommit);
                    return verdict;
                }),
                Thread::startVirtualThread);
        await(claimed);

        var pausing = CompletableFuture.supplyAsync(
                () -> given.as(ruth, () -> pauses.begin(lakeside.first(), "Stop", ruth)), Thread::startVirtualThread);
        Awaitility.await().until(this::somebodyWaitsForALock);
        assertThat(pausing).as("the claim is still under way").isNotDone();
        mayCommit.countDown();

        var pause = pausing.get(10, TimeUnit.SECONDS);
        assertThat(claim.get(10, TimeUnit.SECONDS)).isInstanceOf(Verdict.Cleared.class);
        assertThat(judged(lakeside.first(), Departure.Kind.POST)).isInstanceOf(Verdict.Held.class);
        given.run(ruth, () -> pauses.release(pause, ruth));
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted and locktype = 'advisory')")
                .query(Boolean.class)
                .single();
    }

    private Verdict judged(FacilityId facility, Departure.Kind kind) {
        return given.in(facility.organisation(), () -> rule.judge(departure(facility, kind)));
    }

    private static Departure departure(FacilityId facility, Departure.Kind kind) {
        return new Departure(facility, kind, UUID.randomUUID(), "0", null, java.time.Instant.now());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
