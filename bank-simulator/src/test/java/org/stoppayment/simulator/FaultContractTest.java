package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;

/** Faults that delay or prevent the answer. */
class FaultContractTest extends SimulatorTest {

    private static final Duration GATEWAY_TIMEOUT = Duration.ofMillis(700);

    private final ObjectNode order = stopMule();

    @BeforeEach
    void loadMule() {
        mule();
    }

    @Test
    void hangingInstitutionNeitherAnswersNorBooks() {
        simulator.setFault(ABC, Fault.of(FaultKind.HANG));

        assertTimesOut();

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(simulator.order(Orders.id(order)).orElseThrow().resultCode()).isNull();
    }

    @Test
    void hangingInstitutionMayBook() {
        simulator.setFault(ABC, Fault.of(FaultKind.HANG).booking(true));

        assertTimesOut();

        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("1200");
    }

    @Test
    void hangingOrdersDelayNoOther() {
        simulator.setFault(ABC, Fault.of(FaultKind.HANG).times(150));
        List<CompletableFuture<GatewayClient.Answer>> hanging = IntStream.range(0, 150)
                .mapToObj(i -> client.sendAsync(stopMule(), Duration.ofSeconds(20)))
                .toList();
        await().until(() -> simulator.orders().size() == 150);

        assertThat(client.send(order).code()).isEqualTo("1200");

        assertThat(hanging).noneMatch(CompletableFuture::isDone);
        simulator.setFault(ABC, Fault.of(FaultKind.DOWN));
        hanging.forEach(each -> assertThatThrownBy(each::join).isInstanceOf(CompletionException.class));
    }

    @Test
    void error500IsAnsweredAndNothingIsBooked() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500));

        assertThat(client.send(order).status()).isEqualTo(500);
        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        simulator.clearFault(ABC);
        assertThat(client.send(order).code()).isEqualTo("1200");
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void connectionIsReset() {
        simulator.setFault(ABC, Fault.of(FaultKind.RESET));

        assertThatThrownBy(() -> client.send(order)).hasCauseInstanceOf(IOException.class);
        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
    }

    @Test
    void garbageIsNotJsonAndTheOrderIsBooked() {
        simulator.setFault(ABC, Fault.of(FaultKind.GARBAGE));

        assertThatThrownBy(client.send(order)::json).isInstanceOf(AssertionError.class);
        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("1200");
    }

    @Test
    void garbageWithoutBookingLeavesTheOrderUnknown() {
        simulator.setFault(ABC, Fault.of(FaultKind.GARBAGE).booking(false));

        client.send(order);

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopped()).isFalse();
    }

    @Test
    void slowBodyTakesLongerThanTheTimeoutAndTheOrderIsBooked() {
        simulator.setFault(ABC, Fault.of(FaultKind.SLOW_BODY));

        CompletableFuture<GatewayClient.Answer> answer = client.sendAsync(order, Duration.ofSeconds(20));
        await().until(() -> client.inquire(ABC, Orders.id(order)).status() == 200);

        assertThat(answer).isNotDone();
        assertThat(answer.join().code()).isEqualTo("1200");
    }

    @Test
    void delayedAnswerComesAfterTheTimeoutAndTheOrderIsBooked() {
        simulator.setFault(ABC, Fault.of(FaultKind.NONE).delayed(Duration.ofSeconds(3)));

        assertTimesOut();

        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("1200");
    }

    @Test
    void faultEndsAfterTheGivenNumberOfOrders() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).times(2));

        assertThat(client.send(order).status()).isEqualTo(500);
        assertThat(client.inquire(ABC, Orders.id(order)).status())
                .as("not an order")
                .isEqualTo(404);
        assertThat(client.send(order).status()).isEqualTo(500);
        assertThat(client.send(order).code()).isEqualTo("1200");
        assertThat(simulator.institutionView(ABC).fault()).isEqualTo(Fault.NONE);
        assertThat(simulator.order(Orders.id(order)).orElseThrow().arrivals()).hasSize(3);
    }

    @Test
    void faultAffectsInquiriesWhenConfigured() {
        client.send(order);
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).withInquiries());

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(500);
    }

    @Test
    void institutionThatIsDownRefusesConnectionsAndComesBackAtTheSamePort() {
        URI endpoint = simulator.endpoint(ABC);
        client.send(order);
        simulator.setFault(ABC, Fault.of(FaultKind.DOWN));

        assertThatThrownBy(() -> client.send(order)).hasCauseInstanceOf(ConnectException.class);
        assertThat(client.send(Orders.stop(ICBC, "6222020000000000018", "x")).code())
                .as("the others are up")
                .isEqualTo("0300");

        simulator.clearFault(ABC);
        assertThat(simulator.endpoint(ABC)).isEqualTo(endpoint);
        assertThat(client.send(order).code()).isEqualTo("1200");
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void faultAffectsOneInstitutionOnly() {
        simulator.setFault(CCB, Fault.of(FaultKind.ERROR_500));

        assertThat(client.send(order).code()).isEqualTo("1200");
    }

    private void assertTimesOut() {
        assertThatThrownBy(() -> client.send(order, GATEWAY_TIMEOUT)).hasCauseInstanceOf(HttpTimeoutException.class);
    }
}
