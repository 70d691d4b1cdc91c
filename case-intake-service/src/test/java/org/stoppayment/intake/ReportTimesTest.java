package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.at;
import static org.stoppayment.intake.Reports.transfer;

import com.google.protobuf.Timestamp;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Possible and impossible times in reports. */
@QuarkusTest
class ReportTimesTest extends IntakeTest {

    @Inject
    InstantSource clock;

    @Test
    void timeMoreThanFiveMinutesAheadIsAWarning() {
        long now = clock.instant().getEpochSecond();
        assertThat(warningsOf(with(transfer().setTransferredAt(at(now + 290))).setReceivedAt(at(now + 290))))
                .isEmpty();
        assertThat(warningsOf(with(transfer().setTransferredAt(at(now + 400))).setReceivedAt(at(now + 400))))
                .containsExactly("receivedAt IN_FUTURE", "transfers[0].transferredAt IN_FUTURE");
    }

    @Test
    void impossibleTimeIsAWarningAndCountsAsMissing() {
        for (Timestamp impossible : List.of(
                at(Long.MAX_VALUE),
                at(Long.MIN_VALUE),
                at(253_402_300_800L),
                Timestamp.newBuilder().setNanos(-1).build(),
                Timestamp.newBuilder().setNanos(1_000_000_000).build())) {
            assertThat(warningsOf(with(transfer().setTransferredAt(impossible)).setReceivedAt(impossible)))
                    .containsExactlyInAnyOrder(
                            "receivedAt IMPOSSIBLE_TIME",
                            "transfers[0].transferredAt IMPOSSIBLE_TIME",
                            "transfers[0].transferredAt MISSING");
        }
    }

    @Test
    void firstAndLastPossibleTimeAreStored() {
        for (long second : List.of(-62_135_596_800L, 253_402_300_799L)) {
            var stored = intake.reportFraud(
                    with(transfer().setTransferredAt(at(second))).build());
            var shown = intake.getCase(Reports.caseOf(stored.getCaseId()));
            assertThat(shown.getCase().getTransfers(0).getTransfer().getTransferredAt())
                    .isEqualTo(at(second));
        }
    }
}
