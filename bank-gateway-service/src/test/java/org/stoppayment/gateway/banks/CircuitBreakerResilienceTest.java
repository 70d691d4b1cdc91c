package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;

/** When the circuit of an institution opens, is tried and closes. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CircuitBreakerResilienceTest {

    TestBed bed;
    Gateway gateway;

    @Test
    void circuitOpensHalfOpensAndCloses() {
        String bank = TestBed.code(50);
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
        String bank = TestBed.code(51);
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
        String bank = TestBed.code(52);
        bed.bank.stubFor(get("/" + bank + "/v1/orders/x").willReturn(aResponse().withStatus(500)));
        IntStream.range(0, 4).forEach(call -> gateway.inquire(bank, "x"));

        assertThat(gateway.stop(bank, "stop").getNotSent().getReason()).isEqualTo("CIRCUIT_OPEN");
    }

    @Test
    void refusedConnectionsOpenTheCircuit() {
        List<String> reasons = IntStream.range(0, 8)
                .mapToObj(call -> gateway.stop(TestBed.refusing(), "refused-" + call)
                        .getNotSent()
                        .getReason())
                .toList();

        assertThat(reasons).contains("CONNECTION_REFUSED", "CIRCUIT_OPEN");
    }

    @Test
    void circuitStaysClosedWhenABankRefusesOrders() {
        String bank = TestBed.code(53);
        answerAll(bank, 422);

        IntStream.range(0, 8).forEach(call -> assertThat(
                        gateway.stop(bank, "poison-" + call).getNoAnswer().getReason())
                .isEqualTo("HTTP_422"));

        assertThat(circuitOf(bank)).isEqualTo("CLOSED");
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
}
