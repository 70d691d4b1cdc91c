package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.Mode;

/** Faults that change the feedback or its callback. */
class FeedbackFaultContractTest extends SimulatorTest {

    private final ObjectNode order = stopMule();

    @BeforeEach
    void loadMule() {
        mule();
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
    void stopMomentIsOneHourAheadInAnswerAndInquiry() {
        simulator.setFault(ABC, Fault.of(FaultKind.FUTURE_STOP));

        GatewayClient.Answer answer = client.send(order);

        Instant stoppedAt = Instant.parse(answer.json().path("stoppedAt").textValue());
        assertThat(Duration.between(GatewayClient.now(), stoppedAt))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        assertThat(client.inquire(ABC, Orders.id(order))).isEqualTo(answer);
    }

    @Test
    void answerHasTheFirstHalfOfTheOutflowsAndAnInquiryHasAll() {
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
    void answerHasPreliminarySerialsAndAnInquiryHasTheFinalOnes() {
        threeMoves();
        simulator.setFault(ABC, Fault.of(FaultKind.PENDING_OUTFLOWS));

        JsonNode first = client.send(order).json();

        assertThat(first.path("outflows").findValuesAsText("serial"))
                .containsExactly("PENDING-M-1", "PENDING-C-1", "PENDING-C-2");
        assertThat(first.path("complete").booleanValue()).isFalse();
        JsonNode whole = client.inquire(ABC, Orders.id(order)).json();
        assertThat(whole.path("outflows").findValuesAsText("serial")).containsExactly("M-1", "C-1", "C-2");
        assertThat(whole.path("outflows").findValuesAsText("bookedAt"))
                .isEqualTo(first.path("outflows").findValuesAsText("bookedAt"));
        assertThat(whole.path("complete").booleanValue()).isTrue();
    }

    @Test
    void callbackHasTheFirstHalfOfTheOutflowsAndSoHaveInquiries() {
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

    @Test
    void answerHasOnlyTheResultAndAnInquiryHasTheRest() {
        simulator.setFault(ABC, Fault.of(FaultKind.BARE_RESULT));

        JsonNode bare = client.send(order).json();

        assertThat(bare.path("resultCode").textValue()).isEqualTo("1200");
        assertThat(bare.has("stoppedAt")).isFalse();
        assertThat(bare.has("balanceFen")).isFalse();
        assertThat(bare.has("outflows")).isFalse();
        JsonNode whole = client.inquire(ABC, Orders.id(order)).json();
        assertThat(whole.has("stoppedAt")).isTrue();
        assertThat(whole.has("balanceFen")).isTrue();
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
                .extracting(FakeGateway.Received::answered)
                .containsExactly(503, 204);
    }

    @Test
    void callbackIsSignedWithAWrongSecret() {
        simulator.setFault(ABC, Fault.of(FaultKind.WRONG_SIGNATURE));

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(order)))
                .hasSizeGreaterThan(1)
                .noneMatch(FakeGateway.Received::isGenuine));
        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("1200");
    }

    /** The mule's money left in three moves. */
    private static void threeMoves() {
        load("""
            {'institutions': [], 'accounts': [],
             'moves': [{'afterSeconds': -30, 'kind': 'CASH', 'from': '%1$s', 'amountFen': 5, 'serial': 'C-1'},
                       {'afterSeconds': -20, 'kind': 'CASH', 'from': '%1$s', 'amountFen': 6, 'serial': 'C-2'}]}
            """.formatted(MULE_NUMBER));
    }
}
