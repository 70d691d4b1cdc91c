package org.stoppayment.recovery.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_MONTH;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_STATION;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;

/** A report that cannot be made, or not whole, says why. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RefusedReportTest extends ReportFixture {

    @Test
    void periodThatEndsBeforeItBeginsIsRefused() {
        refused(request().setUntil(timestamp(start.minusSeconds(1))), "until", "expected: after from");
    }

    @Test
    void periodOfMoreThanTenYearsIsRefused() {
        refused(request().setUntil(timestamp(start.plus(Duration.ofDays(3_701)))), "until", "3700 days later");
    }

    @Test
    void bothEndsOfThePeriodAreRequired() {
        refused(request().clearFrom(), "from: value: none (expected: a moment)");
        refused(request().clearUntil(), "until: value: none (expected: a moment)");
    }

    @Test
    void momentThatNoCalendarHasIsRefused() {
        GetRecoveryFiguresRequest.Builder request = request();
        request.getFromBuilder().setSeconds(Long.MAX_VALUE);

        refused(request, "from", "expected: a time in the years 1..9999");
    }

    @Test
    void unknownGroupingIsRefused() {
        refused(request().addGroupByValue(99), "groupBy", "99 (expected: one of [FRAUD_TYPE");
    }

    @Test
    void groupingGivenTwiceIsRefused() {
        refused(
                request(RECOVERY_DIMENSION_MONTH, RECOVERY_DIMENSION_MONTH),
                "groupBy",
                "expected: each dimension once");
    }

    @Test
    void tooManyGroupsAreNotAllSentAndTheTotalIsStillThatOfAll() throws SQLException {
        books.run("INSERT INTO recovery_case (case_id, received_at, organisation) SELECT gen_random_uuid(), '" + start
                + "', 'station ' || n FROM generate_series(1, 1001) n");

        GetRecoveryFiguresResponse answer = figures(RECOVERY_DIMENSION_STATION);

        assertThat(answer.getIncomplete()).isTrue();
        assertThat(answer.getRowsCount()).isEqualTo(1_000);
        assertThat(answer.getTotal().getCases()).isEqualTo(1_001);
    }

    @Test
    void casesWhoseReportWasNotToldYetAreCountedApart() throws SQLException {
        long before = figures().getCasesWithoutReport();
        books.run("INSERT INTO recovery_case (case_id) SELECT gen_random_uuid() FROM generate_series(1, 3)");

        assertThat(figures().getCasesWithoutReport()).isEqualTo(before + 3);
    }

    private void refused(GetRecoveryFiguresRequest.Builder request, String... message) {
        assertThatThrownBy(() -> figures(request))
                .hasMessageStartingWith("INVALID_ARGUMENT")
                .hasMessageContainingAll(message);
    }
}
