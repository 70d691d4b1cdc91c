package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.Mode;

class FaultContractTest extends SimulatorTest {

    private static final Duration GATEWAY_PATIENCE = Duration.ofMillis(700);

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
    void ordersThatHangHoldUpNoOther() {
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
    void garbageNeedNotBook() {
        simulator.setFault(ABC, Fault.of(FaultKind.GARBAGE).booking(false));

        client.send(order);

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopped()).isFalse();
    }

    @Test
    void slowBodyOutlastsTheGatewaysPatienceAndTheOrderIsBooked() {
        simulator.setFault(ABC, Fault.of(FaultKind.SLOW_BODY));

        CompletableFuture<GatewayClient.Answer> answer = client.sendAsync(order, Duration.ofSeconds(20));
        await().until(() -> client.inquire(ABC, Orders.id(order)).status() == 200);

        assertThat(answer).isNotDone();
        assertThat(answer.join().code()).isEqualTo("1200");
    }

    @Test
    void feedbackOfAnotherOrderIsAnswered() {
        simulator.setFault(ABC, Fault.of(FaultKind.WRONG_APPLICATION_ID));

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.code()).isEqualTo("1200");
        assertThat(answer.json().path("applicationId").textValue()).isNotEqualTo(Orders.id(order));
        assertThat(client.inquire(ABC, Orders.id(order))
                        .json()
                        .path("applicationId")
                        .textValue())
                .isEqualTo(Orders.id(order));
    }

    @Test
    void stopMomentIsAnHourAheadAndStaysSo() {
        simulator.setFault(ABC, Fault.of(FaultKind.FUTURE_STOP));

        GatewayClient.Answer answer = client.send(order);

        Instant stoppedAt = Instant.parse(answer.json().path("stoppedAt").textValue());
        assertThat(Duration.between(GatewayClient.now(), stoppedAt))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        assertThat(client.inquire(ABC, Orders.id(order))).isEqualTo(answer);
    }

    @Test
    void firstHalfOfTheOutflowsIsAnsweredAndTheRestToldToAnInquiry() {
        threeMoves();
        simulator.setFault(ABC, Fault.of(FaultKind.OUTFLOWS_IN_TWO_PARTS));

        JsonNode first = client.send(order).json();

        assertThat(first.path("outflows").findValuesAsText("serial")).containsExactly("M-1");
        assertThat(first.path("complete").isBoolean()).isTrue();
        assertThat(first.path("complete").booleanValue()).isFalse();
        JsonNode whole = client.inquire(ABC, Orders.id(order)).json();
        assertThat(whole.path("outflows").findValuesAsText("serial")).containsExactly("M-1", "C-1", "C-2");
        assertThat(whole.path("complete").booleanValue()).isTrue();
        assertThat(whole.path("stoppedAt")).isEqualTo(first.path("stoppedAt"));
    }

    @Test
    void firstHalfOfTheOutflowsIsCalledBackAndTheRestMayNeverCome() {
        threeMoves();
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        simulator.setFault(ABC, Fault.of(FaultKind.OUTFLOWS_IN_TWO_PARTS).withInquiries());

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(order)))
                .singleElement()
                .satisfies(received -> assertThat(
                                received.feedback().path("complete").booleanValue())
                        .isFalse()));
        assertThat(client.inquire(ABC, Orders.id(order)).json().path("complete").booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void callbackIsAcknowledgedBeforeThe202(Mode mode) {
        simulator.configure(ABC, Optional.of(mode), Optional.empty(), Optional.empty());
        simulator.setFault(ABC, Fault.of(FaultKind.CALLBACK_BEFORE_202));
        gateway.answerNext(503);

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(gateway.received(Orders.id(order)))
                .extracting(GatewayDouble.Received::answered)
                .containsExactly(503, 204);
    }

    @Test
    void callbackIsSignedWithAWrongSecret() {
        simulator.setFault(ABC, Fault.of(FaultKind.WRONG_SIGNATURE));

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(order)))
                .hasSizeGreaterThan(1)
                .noneMatch(GatewayDouble.Received::isGenuine));
        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("1200");
    }

    @Test
    void delayedAnswerComesAfterThePatienceAndIsBooked() {
        simulator.setFault(ABC, Fault.of(FaultKind.NONE).delayed(Duration.ofSeconds(3)));

        assertTimesOut();

        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("1200");
    }

    @Test
    void faultEndsAfterSoManyOrders() {
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
    void inquiriesMeetTheFaultWhenItSaysSo() {
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
    void faultOfOneInstitutionIsNoOthers() {
        simulator.setFault(CCB, Fault.of(FaultKind.ERROR_500));

        assertThat(client.send(order).code()).isEqualTo("1200");
    }

    /** The mule's money left in three moves. */
    private static void threeMoves() {
        load("""
                {'institutions': [], 'accounts': [],
                 'moves': [{'afterSeconds': -30, 'kind': 'CASH', 'from': '%1$s', 'amountFen': 5, 'serial': 'C-1'},
                           {'afterSeconds': -20, 'kind': 'CASH', 'from': '%1$s', 'amountFen': 6, 'serial': 'C-2'}]}
                """.formatted(MULE_NUMBER));
    }

    private void assertTimesOut() {
        assertThatThrownBy(() -> client.send(order, GATEWAY_PATIENCE)).hasCauseInstanceOf(HttpTimeoutException.class);
    }
}
