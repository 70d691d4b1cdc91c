package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.behaviour.Mode;

/** Refunds at institutions that are slow or misbehave, and to accounts that do not keep the money. */
class RefundFaultContractTest extends RefundTestBase {

    @Test
    void asynchronousInstitutionCallsBackAboutRefundsAtTheirOwnResource() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        ObjectNode freeze = frozen(6_000_000L);
        ObjectNode order = refund(freeze, 1_000_000);

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(order)))
                .singleElement()
                .satisfies(received -> {
                    assertThat(received.path()).isEqualTo("/v1/institutions/" + ABC + "/refund-feedback");
                    assertThat(received.isGenuine()).isTrue();
                    assertThat(received.feedback().at("/refund/amountFen").longValue())
                            .isEqualTo(1_000_000);
                }));
    }

    @Test
    void refundThatIsPaidAndNotAnsweredIsFoundByAnInquiry() {
        ObjectNode freeze = frozen(6_000_000L);
        simulator.setFault(ABC, Fault.of(FaultKind.RESET).booking(true).times(1));
        ObjectNode order = refund(freeze, 1_000_000);

        assertThat(client.sendAsync(order, Duration.ofSeconds(20))).failsWithin(Duration.ofSeconds(20));

        assertThat(amountFen(client.inquire(ABC, Orders.id(order)))).isEqualTo(1_000_000);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 1_000_000);
    }

    @Test
    void refundThatIsNotBookedBehindAnErrorIsNotKnown() {
        ObjectNode freeze = frozen(6_000_000L);
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).times(1));
        ObjectNode order = refund(freeze, 1_000_000);

        assertThat(client.send(order).status()).isEqualTo(500);

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE);
    }

    @Test
    void refundThatIsPaidTwiceHasTwoReceipts() {
        ObjectNode freeze = frozen(6_000_000L);
        simulator.setFault(ABC, Fault.of(FaultKind.PAYS_TWICE).times(1));
        ObjectNode order = refund(freeze, 1_000_000);

        String first = receipt(client.send(order));

        await().untilAsserted(() -> assertThat(receipts(order)).hasSize(1));
        assertThat(receipts(order)).doesNotContain(first);
        assertThat(receipt(client.inquire(ABC, Orders.id(order))))
                .isEqualTo(receipts(order).get(0));
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 2_000_000);
        assertThat(account().frozenFen()).isEqualTo(4_000_000);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(2);
    }

    @Test
    void secondPaymentIsTheBanksOwnMoneyWhenTheFreezeIsEmpty() {
        ObjectNode freeze = frozen(1_000_000L);
        simulator.setFault(ABC, Fault.of(FaultKind.PAYS_TWICE).times(1));
        ObjectNode order = refund(freeze, 1_000_000);

        client.send(order);

        await().untilAsserted(() -> assertThat(receipts(order)).hasSize(1));
        assertThat(account().balanceFen()).isEqualTo(9_000_000);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 2_000_000);
    }

    @Test
    void institutionThatPaysLessSaysSo() {
        ObjectNode freeze = frozen(6_000_000L);
        simulator.setFault(ABC, Fault.of(FaultKind.PAYS_LESS).times(1));

        GatewayClient.Answer answer = client.send(refund(freeze, 1_000_001));

        assertThat(answer.code()).isEqualTo("1200");
        assertThat(amountFen(answer)).isEqualTo(500_001);
        assertThat(account().frozenFen()).isEqualTo(5_499_999);
    }

    @Test
    void applicationIdAsReceiptIsPutRightByAnInquiry() {
        ObjectNode freeze = frozen(6_000_000L);
        simulator.setFault(ABC, Fault.of(FaultKind.APPLICATION_ID_AS_RECEIPT).times(1));
        ObjectNode order = refund(freeze, 1_000_000);

        assertThat(receipt(client.send(order))).isEqualTo(Orders.id(order));

        assertThat(receipt(client.inquire(ABC, Orders.id(order)))).startsWith("FH-");
    }

    @Test
    void moneyOfAClosedAccountComesBackAndIsFrozenAgain() {
        ObjectNode freeze = frozen(6_000_000L);
        ObjectNode order = refundTo(MagicAccount.PAYEE_CLOSED, freeze, 4_000_000);

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(paid(answer).has("returned")).isFalse();
        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(order)))
                .singleElement()
                .satisfies(received -> {
                    JsonNode refund = received.feedback().path("refund");
                    assertThat(refund.path("receiptId").asText()).isEqualTo(receipt(answer));
                    assertThat(refund.at("/returned/amountFen").longValue()).isEqualTo(4_000_000);
                    assertThat(refund.at("/returned/frozenFen").longValue()).isEqualTo(6_000_000);
                }));
        assertThat(account().balanceFen()).isEqualTo(10_000_000);
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        assertThat(paid(client.inquire(ABC, Orders.id(order))).has("returned")).isTrue();
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void magicAccountOfThePayeeDecidesHowARefundGoes() {
        ObjectNode freeze = frozen(6_000_000L);

        assertThat(client.send(refundTo(MagicAccount.NO_ACCOUNT, freeze, 1)).code())
                .isEqualTo("0300");
        assertThat(client.send(refundTo(MagicAccount.NAME_MISMATCH, freeze, 1)).code())
                .isEqualTo("0301");
        ObjectNode late = refundTo(MagicAccount.LATE_CALLBACK, freeze, 1_000_000);
        assertThat(client.send(late).status()).isEqualTo(202);
        assertThat(client.inquire(ABC, Orders.id(late)).status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(receipts(late)).hasSize(1));
    }

    @Test
    void freezeThatHeldLessThanOrderedIsNotReportedAgainBecauseOfARefund() {
        ObjectNode freeze = frozen(20_000_000L);

        client.send(refund(freeze, 4_000_000));

        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        assertThat(frozenFen(client.inquire(ABC, Orders.id(freeze)))).isEqualTo(10_000_000);
    }

    private static List<String> receipts(ObjectNode order) {
        return gateway.received(Orders.id(order)).stream()
                .map(received -> received.feedback().at("/refund/receiptId").asText())
                .toList();
    }
}
