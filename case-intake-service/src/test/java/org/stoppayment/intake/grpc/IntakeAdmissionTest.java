package org.stoppayment.intake.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.intake.IntakeConfig;

class IntakeAdmissionTest {

    private static final String REPORT = "stoppayment.intake.v1.CaseIntakeService/ReportFraud";
    private static final String READ = "stoppayment.intake.v1.CaseIntakeService/GetCase";
    private static final String HEALTH = "grpc.health.v1.Health/Check";

    private Duration commitWait = Duration.ZERO;
    private Duration handoverWait = Duration.ZERO;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IntakeAdmission admission =
            new IntakeAdmission(() -> commitWait, () -> handoverWait, new Bounds(), registry);

    private static final class Bounds implements IntakeConfig.Overload {
        @Override
        public Duration commitWait() {
            return Duration.ofMillis(400);
        }

        @Override
        public Duration readWait() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration handoverWait() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int maxReads() {
            return 2;
        }
    }

    private boolean takes(String method) {
        return admission.refusal(method).isEmpty();
    }

    private double refused(String kind) {
        return registry.get("stoppayment.calls.refused")
                .tag("kind", kind)
                .counter()
                .count();
    }

    @Test
    void readsAreRefusedBeforeReportsAndHealthNever() {
        commitWait = Duration.ofMillis(100);
        assertThat(takes(READ)).isTrue();
        commitWait = Duration.ofMillis(101);
        assertThat(takes(READ)).isFalse();
        commitWait = Duration.ofMillis(400);
        assertThat(takes(REPORT)).isTrue();
        commitWait = Duration.ofMillis(401);
        assertThat(takes(REPORT)).isFalse();
        assertThat(takes(HEALTH)).isTrue();
        assertThat(refused("report")).isOne();
        assertThat(refused("read")).isOne();
    }

    @Test
    void reportsAreRefusedWhileFreezeIsBehind() {
        handoverWait = Duration.ofMillis(1_001);
        assertThat(admission.refusal(REPORT))
                .contains("too much to do: reports wait 1001 ms for account-freeze (expected: at most 1000 ms)");
        assertThat(takes(READ)).isTrue();
    }

    @Test
    void readsAtTheSameTimeAreBoundedAndReportsAreNotCounted() {
        assertThat(takes(READ)).isTrue();
        assertThat(takes(READ)).isTrue();
        assertThat(takes(READ)).isFalse();
        assertThat(takes(REPORT)).isTrue();
        admission.ended(REPORT);
        assertThat(takes(READ)).isFalse();
        admission.ended(READ);
        assertThat(takes(READ)).isTrue();
    }
}
