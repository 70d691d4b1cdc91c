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
import org.stoppayment.freeze.testkit.StoredStopsFixture;
import org.stoppayment.kernel.SystemTime;

/** Replicas that set the next warnings of the same stops at once. */
@QuarkusTest
class NextWarningTest extends StoredStopsFixture {

    private static final int STOPS = 300;
    private static final int ROUNDS = 20;

    @Inject
    Alerts alerts;

    @Test
    void replicasThatWarnOfTheSameStopsInOtherOrdersDoNotLockEachOtherOut() {
        Instant end = SystemTime.SOURCE.instant().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.HOURS);
        stopsThatEnd(end, "warned", STOPS);
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
}
