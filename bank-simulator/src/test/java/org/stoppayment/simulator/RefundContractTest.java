package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Refunds: who is paid, out of what, and how much. */
class RefundContractTest extends RefundTestBase {

    private static final int AT_ONCE = 64;

    @Test
    void refundMovesTheMoneyOutOfTheFreezeToTheVictim() {
        ObjectNode order = refund(frozen(6_000_000L), 4_000_000);

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(amountFen(answer)).isEqualTo(4_000_000);
        assertThat(paid(answer).path("frozenFen").longValue()).isEqualTo(2_000_000);
        assertThat(receipt(answer)).isNotEmpty().isNotEqualTo(Orders.id(order));
        assertThat(account().balanceFen()).isEqualTo(6_000_000);
        assertThat(account().frozenFen()).isEqualTo(2_000_000);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 4_000_000);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void whatIsLeftStaysFrozenUntilTheEndOfTheFreeze() {
        ObjectNode freeze = frozen(6_000_000L);
        client.send(refund(freeze, 4_000_000));

        withdrawAll();
        assertThat(account().balanceFen()).isEqualTo(2_000_000);
        assertThat(account().frozenFen()).isEqualTo(2_000_000);

        CLOCK.advance(TERM);
        assertThat(account().frozenFen()).isZero();
    }

    @Test
    void sameOrderPaysOnceAndAlwaysHasTheSameReceipt() {
        ObjectNode order = refund(frozen(6_000_000L), 1_000_000);

        String first = client.send(order).body();

        assertThat(client.send(order).body()).isEqualTo(first);
        assertThat(client.inquire(ABC, Orders.id(order)).body()).isEqualTo(first);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 1_000_000);
    }

    @Test
    void sameOrderSentManyTimesAtOncePaysOnce() {
        ObjectNode order = refund(frozen(6_000_000L), 1_000_000);

        List<CompletableFuture<GatewayClient.Answer>> calls = IntStream.range(0, AT_ONCE)
                .mapToObj(call -> client.sendAsync(order, Duration.ofSeconds(20)))
                .toList();

        assertThat(calls.stream().map(call -> receipt(call.join())).distinct()).hasSize(1);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 1_000_000);
        assertThat(account().frozenFen()).isEqualTo(5_000_000);
    }

    @Test
    void manyRefundsAtOnceNeverPayMoreThanTheFreezeHolds() {
        ObjectNode freeze = frozen(6_000_000L);

        List<CompletableFuture<GatewayClient.Answer>> calls = IntStream.range(0, AT_ONCE)
                .mapToObj(call -> client.sendAsync(refund(freeze, 700_000), Duration.ofSeconds(20)))
                .toList();

        long paidFen = calls.stream().mapToLong(call -> amountFen(call.join())).sum();
        assertThat(paidFen).isEqualTo(6_000_000);
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE + 6_000_000);
        assertThat(account().balanceFen()).isEqualTo(4_000_000);
    }

    @Test
    void refundOfMoreThanTheFreezeHoldsPaysWhatItHolds() {
        ObjectNode freeze = frozen(3_000_000L);

        GatewayClient.Answer answer = client.send(refund(freeze, 4_000_000));

        assertThat(answer.code()).isEqualTo("1200");
        assertThat(amountFen(answer)).isEqualTo(3_000_000);
        assertThat(account().balanceFen()).isEqualTo(7_000_000);
        assertThat(client.send(refund(freeze, 1)).code()).isEqualTo("0200");
    }

    @Test
    void moneyOfAnotherFreezeIsNeverPaid() {
        frozen(6_000_000L);
        ObjectNode second = frozen(3_000_000L);

        GatewayClient.Answer answer = client.send(refund(second, 5_000_000));

        assertThat(amountFen(answer)).isEqualTo(3_000_000);
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void freezeThatWaitsPaysNothing() {
        frozen(null);
        ObjectNode waiting = frozen(3_000_000L);

        GatewayClient.Answer answer = client.send(refund(waiting, 1_000_000));

        assertThat(answer.code()).isEqualTo("0200");
        assertThat(answer.mismatched()).containsExactly("amountFen");
        assertThat(account().balanceFen()).isEqualTo(10_000_000);
    }

    @Test
    void refundOutOfAFullFreezeLeavesTheRestFrozen() {
        ObjectNode freeze = frozen(null);

        assertThat(client.send(refund(freeze, 4_000_000)).code()).isEqualTo("0000");

        assertThat(account().balanceFen()).isEqualTo(6_000_000);
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void unknownAndEndedFreezesPayNothing() {
        ObjectNode freeze = frozen(6_000_000L);
        ObjectNode unknown = refund(freeze, 1).put("freezeApplicationId", "nobody-knows-it");
        assertThat(client.send(unknown).code()).isEqualTo("0400");
        assertThat(client.send(Orders.again(unknown)).mismatched()).containsExactly("freezeApplicationId");

        client.send(Orders.freezeLift(freeze));
        assertThat(client.send(refund(freeze, 1_000_000)).code()).isEqualTo("1900");

        ObjectNode expired = frozen(6_000_000L);
        CLOCK.advance(TERM.plus(MARGIN));
        assertThat(sendNow(refund(expired, 1_000_000)).code()).isEqualTo("1900");
        assertThat(balanceFen(VICTIM)).isEqualTo(VICTIM_BALANCE);
    }

    @Test
    void payeeMustExistAndHaveTheName() {
        ObjectNode freeze = frozen(6_000_000L);

        GatewayClient.Answer unknown =
                client.send(Orders.refund(freeze, CCB, "6217000000000000999", VICTIM_NAME, 1_000_000));
        GatewayClient.Answer wrongName = client.send(Orders.refund(freeze, CCB, VICTIM, "卡主丙", 1_000_000));
        GatewayClient.Answer itself = client.send(Orders.refund(freeze, ABC, MULE_NUMBER, HOLDER, 1_000_000));

        assertThat(unknown.code()).isEqualTo("0300");
        assertThat(unknown.mismatched()).containsExactly("payee.number");
        assertThat(wrongName.code()).isEqualTo("0301");
        assertThat(wrongName.mismatched()).containsExactly("payee.name");
        assertThat(itself.code()).isEqualTo("0300");
        assertThat(account().balanceFen()).isEqualTo(10_000_000);
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void accountThatPaidIntoOneOfTheseExists() {
        ObjectNode order = Orders.refund(frozen(6_000_000L), CCB, "6222020000000000117", "the victim", 1_000_000);

        assertThat(client.send(order).code()).isEqualTo("0000");
    }

    @Test
    void institutionThatIsNotSimulatedIsPaidAsOrdered() {
        ObjectNode order =
                Orders.refund(frozen(6_000_000L), "402391000014", "6210000000000000999", "anyone", 1_000_000);

        assertThat(client.send(order).code()).isEqualTo("0000");

        assertThat(account().balanceFen()).isEqualTo(9_000_000);
    }

    @Test
    void refundOfAWrongFormIsRefusedWithEveryField() {
        ObjectNode order = refund(frozen(6_000_000L), 1_000_000);
        order.put("planId", "plan 1").put("planDigest", "short").put("amountFen", 0);
        ((ObjectNode) order.path("payee")).remove("name");

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("payee.name", "amountFen", "planId", "planDigest");
    }
}
