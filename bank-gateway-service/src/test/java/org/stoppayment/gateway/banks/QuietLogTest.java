package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Behaviour;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.testing.LogListener;

/** A failure of an institution is an outcome; no warning is logged, too. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class QuietLogTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    TestBed bed;
    Gateway gateway;

    @Inject
    AdapterFactory adapters;

    @Inject
    Institutions institutions;

    private final LogListener log = LogListener.start();

    @AfterEach
    void leave() {
        log.close();
    }

    @Test
    void hangingInstitutionLogsNoWarning() {
        List<CompletableFuture<org.stoppayment.proto.gateway.v1.Outcome>> calls = IntStream.range(0, 20)
                .mapToObj(call -> gateway.stopLater(TestBed.code(Behaviour.HANG), "quiet-" + call))
                .toList();
        calls.forEach(CompletableFuture::join);
        gateway.stop(TestBed.code(Behaviour.SLOW_BODY), "quiet-slow");
        gateway.stop(TestBed.code(Behaviour.CUT_BODY), "quiet-cut");
        gateway.stop(TestBed.code(Behaviour.RESET_AFTER_READ), "quiet-reset");
        gateway.stop(TestBed.refusing(), "quiet-refused");

        await().untilAsserted(() ->
                assertThat(bed.raw(Behaviour.HANG).openConnections()).isZero());
        assertThat(log.alarms()).isEmpty();
    }

    /** The connection is established after the time-out, so the request is reset before it is sent. */
    @Test
    void lateConnectionLogsNoWarning() {
        InstitutionAdapter adapter = adapters.adapterFor(
                institutions.find(TestBed.code(Behaviour.HANG)).orElseThrow());
        Attempt late = new Attempt();
        late.giveUp();

        Outcome outcome =
                adapter.inquire(new ApplicationId("quiet-late"), late).await().atMost(TIMEOUT);

        assertThat(outcome).isEqualTo(new Outcome.NotSent(Outcome.NotSent.Reason.WAITED_TOO_LONG));
        assertThat(log.alarms()).isEmpty();
    }
}
