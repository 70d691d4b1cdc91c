package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.testkit.Bed;
import org.stoppayment.gateway.testkit.BedResource;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Manner;
import org.stoppayment.kit.testing.LogListener;

/** What an institution fails to do is an outcome: nobody is woken by a line in the log as well. */
@QuarkusTest
@QuarkusTestResource(BedResource.class)
class QuietLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Bed bed;
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
    void anInstitutionThatHangsIsNoAlarm() {
        List<CompletableFuture<org.stoppayment.proto.gateway.v1.Outcome>> calls = IntStream.range(0, 20)
                .mapToObj(call -> gateway.stopLater(Bed.code(Manner.HANG), "quiet-" + call))
                .toList();
        calls.forEach(CompletableFuture::join);
        gateway.stop(Bed.code(Manner.SLOW_BODY), "quiet-slow");
        gateway.stop(Bed.code(Manner.CUT_BODY), "quiet-cut");
        gateway.stop(Bed.code(Manner.RESET_AFTER_READ), "quiet-reset");
        gateway.stop(Bed.refusing(), "quiet-refused");

        await().untilAsserted(
                        () -> assertThat(bed.raw(Manner.HANG).openConnections()).isZero());
        assertThat(log.alarms()).isEmpty();
    }

    /** The connection comes when the time is over: the request that was to use it is ended before it began. */
    @Test
    void aConnectionThatComesTooLateIsNoAlarm() {
        InstitutionAdapter adapter =
                adapters.adapterFor(institutions.find(Bed.code(Manner.HANG)).orElseThrow());
        Attempt late = new Attempt(Instant.MAX);
        late.giveUp();

        Outcome outcome =
                adapter.inquire(new ApplicationId("quiet-late"), late).await().atMost(PATIENCE);

        assertThat(outcome).isEqualTo(new Outcome.NotSent(Outcome.NotSent.Reason.WAITED_TOO_LONG));
        assertThat(log.alarms()).isEmpty();
    }
}
