package org.stoppayment.recovery.reports.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException;

/** Reports leave connections to the database for what is urgent. */
class ReportsAtATimeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ReportingRecovery reporting = new ReportingRecovery(
            (period, dimensions, now, maxRows) -> Uni.createFrom().nothing(), InstantSource.fixed(START));

    @Test
    void thirdReportIsRefusedUntilOneOfTwoHasEnded() {
        Cancellable first = report().subscribe().with(done -> {});
        report().subscribe().with(done -> {});

        assertThat(outcome()).isInstanceOf(ServiceException.Overloaded.class);

        first.cancel();
        assertThat(outcome()).isNotInstanceOf(ServiceException.Overloaded.class);
    }

    private Throwable outcome() {
        return catchThrowable(() -> report().await().atMost(Duration.ofMillis(50)));
    }

    private Uni<RecoveryReport> report() {
        return reporting.report(Optional.of(START), Optional.of(START.plusSeconds(1)), List.of());
    }
}
