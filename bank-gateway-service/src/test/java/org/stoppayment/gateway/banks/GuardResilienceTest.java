package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.gateway.testkit.Callbacks.management;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Behaviour;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** The limits of the calls to one institution: bulkhead, queue and rate. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class GuardResilienceTest {

    private static final Duration OFTEN = Duration.ofMillis(10);

    TestBed bed;
    Gateway gateway;

    @Test
    void fullBulkheadIsNotSent() {
        List<CompletableFuture<Outcome>> calls = IntStream.range(0, 10)
                .mapToObj(call -> gateway.stopLater(TestBed.hangingWithQueueOfOne(), "full-" + call))
                .toList();

        assertThat(reasonsOf(calls))
                .contains("NOT_SENT BULKHEAD_FULL", "NO_ANSWER TIMEOUT", "NOT_SENT WAITED_TOO_LONG");
    }

    @Test
    void callsQueuedTooLongAreNotSentHoweverMany() {
        int before = bed.raw(Behaviour.HANG).requests();

        List<CompletableFuture<Outcome>> calls = IntStream.range(0, 3_000)
                .mapToObj(call -> gateway.stopLater(TestBed.hangingWithLongQueue(), "waiting-" + call))
                .toList();

        Set<String> reasons = reasonsOf(calls);
        long doubts = calls.stream()
                .filter(call -> call.join().getResultCase() == ResultCase.NO_ANSWER)
                .count();
        assertThat(reasons)
                .contains("NOT_SENT WAITED_TOO_LONG")
                .isSubsetOf("NOT_SENT WAITED_TOO_LONG", "NO_ANSWER TIMEOUT", "NOT_SENT CIRCUIT_OPEN");
        assertThat(bed.raw(Behaviour.HANG).requests() - before).isLessThanOrEqualTo(Math.toIntExact(doubts) + 4);
        await().untilAsserted(() ->
                assertThat(bed.raw(Behaviour.HANG).openConnections()).isZero());
    }

    @Test
    void urgentOrdersAreSentBeforeQueuedOnes() {
        String bank = TestBed.withOneConcurrentCall();
        List<CompletableFuture<Outcome>> calls = new ArrayList<>();
        calls.add(gateway.stopLater(bank, "first"));
        await().pollInterval(OFTEN).until(() -> bed.holding.arrivals().size() == 1);
        List.of("ordinary-1", "ordinary-2", "ordinary-3").forEach(order -> calls.add(gateway.stopLater(bank, order)));
        await().pollInterval(OFTEN).until(() -> waitingFor(bank) == 3);
        calls.add(gateway.stopLater(
                Gateway.stopOrder(bank, "urgent").toBuilder().setUrgent(true).build()));
        await().pollInterval(OFTEN).until(() -> waitingFor(bank) == 4);

        bed.holding.release();

        assertThat(reasonsOf(calls)).containsExactly("ACCEPTED ");
        assertThat(bed.holding.arrivals()).hasSize(5).startsWith("first", "urgent");
    }

    static int waitingFor(String bank) {
        return management()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(row -> row.startsWith("stoppayment_gateway_waiting{institution=\"" + bank + "\"}"))
                .mapToInt(row -> (int) Double.parseDouble(row.substring(row.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void callsAboveTheRateWaitAndThoseThatWouldWaitTooLongAreNotSent() {
        answerAll(TestBed.withThreeCallsPerSecond(), 202);

        List<CompletableFuture<Outcome>> calls = IntStream.range(0, 30)
                .mapToObj(call -> gateway.stopLater(TestBed.withThreeCallsPerSecond(), "many-" + call))
                .toList();

        // Half of the time-out of PT5S is for waiting: three calls a second for 2.5 s.
        assertThat(reasonsOf(calls)).containsExactlyInAnyOrder("NOT_SENT WAITED_TOO_LONG", "ACCEPTED ");
        assertThat(calls.stream()
                        .filter(call -> call.join().getResultCase() == ResultCase.ACCEPTED)
                        .count())
                .isBetween(4L, 9L);
    }

    @Test
    void freshOrderOvertakesTheBacklogOfABankWithAFullQueue() {
        String bank = TestBed.withShortQueue();
        List<CompletableFuture<Outcome>> backlog = new ArrayList<>();
        backlog.add(gateway.stopLater(resend(bank, "resend-0")));
        await().pollInterval(OFTEN).until(() -> bed.queueing.arrivals().size() == 1);
        IntStream.range(1, 5).forEach(call -> backlog.add(gateway.stopLater(resend(bank, "resend-" + call))));
        await().pollInterval(OFTEN).until(() -> waitingFor(bank) == 4);

        CompletableFuture<Outcome> fresh = gateway.stopLater(bank, "fresh");
        await().pollInterval(OFTEN)
                .until(() -> backlog.stream().filter(CompletableFuture::isDone).count() == 1);
        bed.queueing.release();

        assertThat(fresh.join().getResultCase()).isEqualTo(ResultCase.ACCEPTED);
        assertThat(reasonsOf(backlog)).containsExactlyInAnyOrder("NOT_SENT BULKHEAD_FULL", "ACCEPTED ");
        assertThat(bed.queueing.arrivals()).hasSize(5).startsWith("resend-0", "fresh");
    }

    private static SendStopRequest resend(String bank, String id) {
        return Gateway.stopOrder(bank, id).toBuilder().setResend(true).build();
    }

    @Test
    void oneHangingBankOfTenDelaysNoOther() {
        List<String> nine =
                IntStream.range(0, 9).mapToObj(n -> TestBed.code(54 + n % 5)).toList();
        nine.forEach(bank -> answerAll(bank, 202));
        List<CompletableFuture<Outcome>> hanging = IntStream.range(0, 200)
                .mapToObj(call -> gateway.stopLater(TestBed.hangingWithLongTimeout(), "hanging-" + call))
                .toList();

        nine.forEach(
                bank -> assertThat(gateway.stop(bank, "quick").getResultCase()).isEqualTo(ResultCase.ACCEPTED));

        // All nine are answered one after the other while not one of the hanging calls has come to its time-out.
        assertThat(hanging.stream()
                        .filter(CompletableFuture::isDone)
                        .filter(call -> call.join().getNoAnswer().getReason().equals("TIMEOUT")))
                .isEmpty();
        reasonsOf(hanging);
    }

    @Test
    void metricsHaveInstitutionAndOutcome() {
        String bank = TestBed.code(59);
        answerAll(bank, 202);
        bed.bank.stubFor(
                get("/" + bank + "/v1/orders/known").willReturn(aResponse().withBody(Feedbacks.code("known", "0301"))));
        gateway.stop(bank, "measured");
        gateway.inquire(bank, "known");

        String metrics =
                management().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics)
                .contains("stoppayment_gateway_circuit{institution=\"" + bank + "\"} 0.0")
                .containsPattern("stoppayment_gateway_calls_seconds_count\\{call=\"stop\",institution=\"" + bank
                        + "\",outcome=\"accepted\"\\} 1")
                .containsPattern("stoppayment_gateway_calls_seconds_count\\{call=\"inquire\",institution=\"" + bank
                        + "\",outcome=\"feedback\"\\} 1")
                .contains("ft_circuitbreaker_calls_total")
                .contains("institution-" + bank);
    }

    private void answerAll(String bank, int status) {
        bed.bank.stubFor(post("/" + bank + "/v1/stops").willReturn(aResponse().withStatus(status)));
    }

    private static Set<String> reasonsOf(List<CompletableFuture<Outcome>> calls) {
        return calls.stream()
                .map(CompletableFuture::join)
                .map(outcome -> outcome.getResultCase() + " "
                        + outcome.getNotSent().getReason()
                        + outcome.getNoAnswer().getReason())
                .collect(Collectors.toSet());
    }
}
