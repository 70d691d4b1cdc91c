package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.stoppayment.gateway.testkit.Bed;
import org.stoppayment.gateway.testkit.BedResource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Manner;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;

/** What one guard an institution does: it protects the institution, and everybody else from the institution. */
@QuarkusTest
@QuarkusTestResource(BedResource.class)
class GuardResilienceTest {

    private static final Duration OFTEN = Duration.ofMillis(10);

    Bed bed;
    Gateway gateway;

    @Test
    void circuitOpensHalfOpensAndCloses() {
        String bank = Bed.code(50);
        answerAll(bank, 500);
        for (int call = 0; call < 4; call++) {
            assertThat(gateway.stop(bank, "failing-" + call).getNoAnswer().getReason())
                    .isEqualTo("HTTP_500");
        }

        assertThat(circuitOf(bank)).isEqualTo("OPEN");
        Outcome kept = gateway.stop(bank, "kept");
        assertThat(kept.getNotSent().getReason()).isEqualTo("CIRCUIT_OPEN");
        assertThat(bed.bank.findAll(postRequestedFor(urlEqualTo("/" + bank + "/v1/stops"))
                        .withHeader("webhook-id", equalTo("kept"))))
                .isEmpty();

        // The probe after the delay fails: open again. Then the bank is back, and the probe closes the circuit.
        await().until(() -> gateway.stop(bank, "probe").getResultCase() == ResultCase.NO_ANSWER);
        assertThat(circuitOf(bank)).isEqualTo("OPEN");
        answerAll(bank, 202);
        await().until(() -> gateway.stop(bank, "again").getResultCase() == ResultCase.ACCEPTED);
        assertThat(circuitOf(bank)).isEqualTo("CLOSED");
    }

    @Test
    void probeRunsInAHalfOpenCircuit() {
        String bank = Bed.code(51);
        answerAll(bank, 500);
        IntStream.range(0, 4).forEach(call -> gateway.stop(bank, "failing-" + call));
        assertThat(circuitOf(bank)).isEqualTo("OPEN");
        bed.bank.stubFor(post("/" + bank + "/v1/stops")
                .willReturn(aResponse().withStatus(202).withFixedDelay(1_500)));

        List<CompletableFuture<Outcome>> probes = new ArrayList<>();
        await().untilAsserted(() -> {
            probes.add(gateway.stopLater(bank, "probe-" + probes.size()));
            assertThat(circuitOf(bank)).isEqualTo("HALF_OPEN");
        });

        CompletableFuture.allOf(probes.toArray(CompletableFuture[]::new)).join();
        assertThat(circuitOf(bank)).isEqualTo("CLOSED");
    }

    @Test
    void stopsAndInquiriesShareTheCircuit() {
        String bank = Bed.code(52);
        bed.bank.stubFor(get("/" + bank + "/v1/orders/x").willReturn(aResponse().withStatus(500)));
        IntStream.range(0, 4).forEach(call -> gateway.inquire(bank, "x"));

        assertThat(gateway.stop(bank, "stop").getNotSent().getReason()).isEqualTo("CIRCUIT_OPEN");
    }

    @Test
    void refusedConnectionsOpenTheCircuit() {
        List<String> reasons = IntStream.range(0, 8)
                .mapToObj(call -> gateway.stop(Bed.refusing(), "refused-" + call)
                        .getNotSent()
                        .getReason())
                .toList();

        assertThat(reasons).contains("CONNECTION_REFUSED", "CIRCUIT_OPEN");
    }

    @Test
    void aBankThatRefusesOrdersIsWellAndItsCircuitStaysClosed() {
        String bank = Bed.code(53);
        answerAll(bank, 422);

        IntStream.range(0, 8).forEach(call -> assertThat(
                        gateway.stop(bank, "poison-" + call).getNoAnswer().getReason())
                .isEqualTo("HTTP_422"));

        assertThat(circuitOf(bank)).isEqualTo("CLOSED");
    }

    @Test
    void fullBulkheadIsNotSent() {
        List<CompletableFuture<Outcome>> calls = IntStream.range(0, 10)
                .mapToObj(call -> gateway.stopLater(Bed.hangingWithRoomForTwo(), "full-" + call))
                .toList();

        assertThat(reasonsOf(calls))
                .contains("NOT_SENT BULKHEAD_FULL", "NO_ANSWER TIMEOUT", "NOT_SENT WAITED_TOO_LONG");
    }

    @Test
    void callsThatWaitedTooLongAreCertainlyNotSentHoweverManyTheyAre() {
        int before = bed.raw(Manner.HANG).requests();

        List<CompletableFuture<Outcome>> calls = IntStream.range(0, 3_000)
                .mapToObj(call -> gateway.stopLater(Bed.hangingWithALongQueue(), "waiting-" + call))
                .toList();

        Set<String> reasons = reasonsOf(calls);
        long doubts = calls.stream()
                .filter(call -> call.join().getResultCase() == ResultCase.NO_ANSWER)
                .count();
        assertThat(reasons)
                .contains("NOT_SENT WAITED_TOO_LONG")
                .isSubsetOf("NOT_SENT WAITED_TOO_LONG", "NO_ANSWER TIMEOUT", "NOT_SENT CIRCUIT_OPEN");
        assertThat(bed.raw(Manner.HANG).requests() - before).isLessThanOrEqualTo(Math.toIntExact(doubts) + 4);
        await().untilAsserted(
                        () -> assertThat(bed.raw(Manner.HANG).openConnections()).isZero());
    }

    @Test
    void ordersForKnownMulesGoAheadOfThoseThatWait() {
        String bank = Bed.oneAtATime();
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

    private static int waitingFor(String bank) {
        return when().get("/q/metrics")
                .asString()
                .lines()
                .filter(row -> row.startsWith("stoppayment_gateway_waiting{institution=\"" + bank + "\"}"))
                .mapToInt(row -> (int) Double.parseDouble(row.substring(row.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tooManyCallsASecondAreNotSent() {
        answerAll(Bed.threeCallsASecond(), 202);

        List<CompletableFuture<Outcome>> calls = IntStream.range(0, 12)
                .mapToObj(call -> gateway.stopLater(Bed.threeCallsASecond(), "many-" + call))
                .toList();

        assertThat(reasonsOf(calls)).contains("NOT_SENT RATE_LIMITED", "ACCEPTED ");
    }

    @Test
    void oneHangingBankOfTenDelaysNoneOfTheNine() {
        List<String> nine =
                IntStream.range(0, 9).mapToObj(n -> Bed.code(54 + n % 5)).toList();
        nine.forEach(bank -> answerAll(bank, 202));
        List<CompletableFuture<Outcome>> hanging = IntStream.range(0, 200)
                .mapToObj(call -> gateway.stopLater(Bed.hangingForLong(), "hanging-" + call))
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
    void figuresNameInstitutionsAndOutcomes() {
        String bank = Bed.code(59);
        answerAll(bank, 202);
        bed.bank.stubFor(
                get("/" + bank + "/v1/orders/known").willReturn(aResponse().withBody(Feedbacks.code("known", "0301"))));
        gateway.stop(bank, "measured");
        gateway.inquire(bank, "known");

        String metrics =
                when().get("/q/metrics").then().statusCode(200).extract().asString();

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

    private String circuitOf(String bank) {
        return gateway
                .calls()
                .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .getInstitutionsList()
                .stream()
                .filter(institution -> institution.getCode().equals(bank))
                .map(Institution::getCircuit)
                .findFirst()
                .orElseThrow();
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
