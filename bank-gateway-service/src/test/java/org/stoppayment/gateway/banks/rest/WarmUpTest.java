package org.stoppayment.gateway.banks.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.testing.ReadyService;

/** What a warm-up leaves behind. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
@TestProfile(WarmUpTest.WarmUp.class)
class WarmUpTest {

    private static final int RUNS = 24;

    /** Turns the warm-up on. */
    public static class WarmUp implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.warm-up.runs", "" + RUNS, "stoppayment.warm-up.max-time", "PT60S");
        }
    }

    @Inject
    MeterRegistry registry;

    @Inject
    LoopbackInstitution standIn;

    TestBed bed;

    @Test
    void ordersGoToAStandInOnlyBeforeTheServiceIsReady() {
        ReadyService.await();

        assertThat(standIn.answered()).isEqualTo(RUNS);
        assertThat(bed.bank.getAllServeEvents()).isEmpty();
        assertThat(ReadyService.countedCalls(registry)).isEmpty();
    }
}
