package org.stoppayment.recovery.reports.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.ServiceException;

/** Reports leave connections to the database for what is urgent. */
class ReportsAtATimeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void noMoreReportsRunThanIsSet(int max) {
        ReportingRecovery reporting = reporting(max);
        List<Throwable> failures = new ArrayList<>();
        List<Cancellable> running = new ArrayList<>();
        for (int i = 0; i < max; i++) {
            running.add(report(reporting).subscribe().with(done -> {}, failures::add));
        }

        assertThat(failures).isEmpty();
        assertThat(outcome(reporting)).isInstanceOf(ServiceException.Overloaded.class);

        running.get(0).cancel();
        assertThat(outcome(reporting)).isInstanceOf(TimeoutException.class);
    }

    private static ReportingRecovery reporting(int max) {
        return new ReportingRecovery(
                (period, dimensions, now, maxRows) -> Uni.createFrom().nothing(),
                new ReportsConfig() {
                    @Override
                    public Duration timeLimit() {
                        return Duration.ofSeconds(4);
                    }

                    @Override
                    public int maxAtOnce() {
                        return max;
                    }
                },
                InstantSource.fixed(START));
    }

    /** A report that runs has not ended when this waits no longer. */
    private static Throwable outcome(ReportingRecovery reporting) {
        return catchThrowable(() -> report(reporting).await().atMost(Duration.ofMillis(20)));
    }

    private static Uni<RecoveryReport> report(ReportingRecovery reporting) {
        return reporting.report(Optional.of(START), Optional.of(START.plusSeconds(1)), List.of());
    }
}
