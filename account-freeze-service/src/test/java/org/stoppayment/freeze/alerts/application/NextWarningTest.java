package org.stoppayment.freeze.alerts.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kernel.SystemTime;

/** Replicas that set the next warnings of the same stops at once. */
@QuarkusTest
class NextWarningTest extends FreezeFixture {

    private static final int STOPS = 300;
    private static final int ROUNDS = 20;

    @Inject
    Alerts alerts;

    @Test
    void replicasThatWarnOfTheSameStopsInOtherOrdersDoNotLockEachOtherOut() {
        Instant end = SystemTime.SOURCE.instant().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.HOURS);
        stopsThatEnd(end);
        List<Alerts.Ending> stops = alerts.ending(end, STOPS).await().atMost(PATIENCE);
        List<Alerts.Ending> warned = new ArrayList<>(stops.stream()
                .map(stop -> stop.warnedUntil(Optional.of(end.minusSeconds(60))))
                .toList());
        List<Alerts.Ending> reversed = new ArrayList<>(warned);
        Collections.reverse(reversed);

        Uni.join()
                .all(IntStream.range(0, ROUNDS)
                        .mapToObj(round -> alerts.warned(round % 2 == 0 ? warned : reversed))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(database.number("SELECT count(*) FROM stop_order WHERE warn_at = expires_at - '60 s'::interval"))
                .isEqualTo(STOPS);
    }

    private void stopsThatEnd(Instant end) {
        database.execute("""
                INSERT INTO stop_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, placed_at, instruction, state, live, counted, attempts, inquiries, unsent, result_code,
                    reference, flags, mismatched, candidates, manual_reason, stopped_at, expires_at, balance_fen, due_at,
                    warn_at, timeline, version, rule_set)
                SELECT gen_random_uuid(), gen_random_uuid(), '%s', 'warned' || n, '', 'BANK_PERSONAL', 1, 100,
                       e - '48 h'::interval, '', 'IN_EFFECT', true, true, 1, 0, 0, '0000', '', '{}', '{}', '{}', '',
                       e - '48 h'::interval, e, 100, e, e - '1 h'::interval, '[]', 0, 'cn-2016-86/3'
                FROM generate_series(1, %d) n, (SELECT '%s'::timestamptz AS e) term
                """.formatted(FakeGateway.ICBC, STOPS, end));
    }
}
