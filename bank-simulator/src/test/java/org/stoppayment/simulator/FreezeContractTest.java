package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What freezes hold, and how those of one account stand in a queue. */
class FreezeContractTest extends FreezeTestBase {

    @Test
    void limitedFreezeHoldsItsSumAndLetsTheRestGo() {
        GatewayClient.Answer answer = client.send(freeze(6_000_000L));

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.json().path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(frozenFen(answer)).isEqualTo(6_000_000);
        assertThat(Instant.parse(answer.json().path("freeze").path("frozenAt").textValue()))
                .isBetween(GatewayClient.now().minusSeconds(20), GatewayClient.now());
        withdrawAll();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(6_000_000);
    }

    @Test
    void fullFreezeHoldsTheWholeAccount() {
        GatewayClient.Answer answer = client.send(freeze(null));

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(frozenFen(answer)).isEqualTo(10_000_000);
        withdrawAll();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
    }

    @Test
    void freezeOfMoreThanTheBalanceHoldsTheBalanceAndWhatComesIn() {
        ObjectNode order = freeze(12_000_000L);
        GatewayClient.Answer answer = client.send(order);
        assertThat(answer.code()).isEqualTo("1200");
        assertThat(frozenFen(answer)).isEqualTo(10_000_000);

        load("""
                {'institutions': [], 'accounts': [], 'deposits': [{'serial': 'D-9', 'to': '6228480000000000125',
                 'amountFen': 2500000, 'at': '2022-03-02T06:00:20Z'}]}""");

        await().untilAsserted(
                        () -> assertThat(gateway.received(Orders.id(order))).hasSize(1));
        assertThat(gateway.received(Orders.id(order)).get(0).feedback())
                .isEqualTo(client.inquire(ABC, Orders.id(order)).json());
        assertThat(client.inquire(ABC, Orders.id(order)).code()).isEqualTo("0000");
        assertThat(frozenFen(client.inquire(ABC, Orders.id(order)))).isEqualTo(12_000_000);
        assertThat(account().frozenFen()).isEqualTo(12_000_000);
    }

    @Test
    void freezeChecksAccountAndNameAsAStopDoes() {
        assertThat(client.send(Orders.freeze(ABC, "6228480000000009999", HOLDER, 1L, end()))
                        .code())
                .isEqualTo("0300");
        GatewayClient.Answer wrongName = client.send(Orders.freeze(ABC, MULE_NUMBER, "卡主乙", 1L, end()));
        assertThat(wrongName.code()).isEqualTo("0301");
        assertThat(wrongName.mismatched()).containsExactly("account.name");
        assertThat(account().liveFreezes()).isZero();
    }

    @Test
    void freezeThatWouldEndAtOnceIsAnswered0800() {
        ObjectNode order = Orders.freeze(ABC, MULE_NUMBER, HOLDER, 1L, CLOCK.instant());

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.code()).isEqualTo("0800");
        assertThat(answer.mismatched()).containsExactly("expiresAt");
    }

    @Test
    void freezeEndsAtItsTerm() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        CLOCK.advance(TERM.minus(MARGIN));
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        CLOCK.advance(MARGIN.multipliedBy(2));
        assertThat(account().frozenFen()).isZero();
        assertThat(sendNow(Orders.freezeLift(order)).code()).isEqualTo("1900");
    }

    @Test
    void sameFreezeAgainHasOneEffectAndTheSameFeedback() {
        ObjectNode order = freeze(6_000_000L);

        GatewayClient.Answer first = client.send(order);

        assertThat(client.send(order)).isEqualTo(first);
        assertThat(client.inquire(ABC, Orders.id(order))).isEqualTo(first);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
        assertThat(account().liveFreezes()).isEqualTo(1);
    }

    @Test
    void limitedFreezesStandSideBySideAndOnlyTheUncoveredPartIsMissing() {
        assertThat(client.send(freeze(6_000_000L)).code()).isEqualTo("0000");
        GatewayClient.Answer second = client.send(freeze(5_000_000L));
        GatewayClient.Answer third = client.send(freeze(1L));

        assertThat(second.code()).isEqualTo("1200");
        assertThat(frozenFen(second)).isEqualTo(4_000_000);
        assertThat(third.code()).isEqualTo("1302");
        assertThat(place(third)).isEqualTo(1);
        assertThat(third.json().has("balanceFen")).isFalse();
        assertThat(account().waitingFreezes()).isEqualTo(1);
    }

    @Test
    void twentyFreezesAtOnceNeverHoldMoreThanTheBalance() {
        List<CompletableFuture<GatewayClient.Answer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(freeze(700_000L), Duration.ofSeconds(20)))
                .toList();

        List<GatewayClient.Answer> all =
                answers.stream().map(CompletableFuture::join).toList();
        assertThat(all.stream().filter(each -> each.code().equals("0000"))).hasSize(14);
        assertThat(all.stream().filter(each -> each.code().equals("1200")))
                .singleElement()
                .satisfies(part -> assertThat(frozenFen(part)).isEqualTo(200_000));
        assertThat(all.stream().filter(each -> each.code().equals("1302")).map(FreezeContractTest::place))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(account().frozenFen()).isEqualTo(10_000_000);
    }

    @Test
    void whoWaitsBehindAFullFreezeIsPromotedWhenItIsLifted() {
        ObjectNode first = freeze(null);
        client.send(first);
        ObjectNode second = freeze(6_000_000L);
        ObjectNode third = freeze(1_000_000L);
        GatewayClient.Answer waiting = client.send(second);
        assertThat(waiting.code()).isEqualTo("1303");
        assertThat(place(waiting)).isEqualTo(1);
        assertThat(place(client.send(third))).isEqualTo(2);

        assertThat(client.send(Orders.freezeLift(first)).code()).isEqualTo("0000");

        for (ObjectNode promoted : List.of(second, third)) {
            await().untilAsserted(() ->
                    assertThat(gateway.received(Orders.id(promoted))).hasSize(1));
            JsonNode told = gateway.received(Orders.id(promoted)).get(0).feedback();
            assertThat(told.path("resultCode").textValue()).isEqualTo("0000");
            assertThat(told.path("freeze").path("frozenFen").longValue())
                    .isEqualTo(promoted.path("amountFen").longValue());
            assertThat(told.path("freeze").has("waitingPlace")).isFalse();
            assertThat(client.inquire(ABC, Orders.id(promoted)).json()).isEqualTo(told);
            assertThat(client.send(promoted).json()).isEqualTo(told);
        }
        assertThat(account().frozenFen()).isEqualTo(7_000_000);
    }

    @Test
    void whoWaitsIsPromotedWhenTheEarlierFreezeEndsAtItsTerm() {
        client.send(
                Orders.freeze(ABC, MULE_NUMBER, HOLDER, null, CLOCK.instant().plus(Duration.ofDays(1))));
        ObjectNode second = freeze(6_000_000L);
        assertThat(client.send(second).code()).isEqualTo("1303");

        CLOCK.advance(Duration.ofDays(1).plus(MARGIN));

        GatewayClient.Answer promoted = client.inquireAt(CLOCK.instant(), ABC, Orders.id(second));
        assertThat(promoted.code()).isEqualTo("0000");
        assertThat(Instant.parse(promoted.json().path("freeze").path("frozenAt").textValue()))
                .isAfter(GatewayClient.now().plus(Duration.ofHours(23)));
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void whoWaitedIsNotPromotedAfterItsOwnEnd() {
        ObjectNode first = freeze(null);
        client.send(first);
        ObjectNode second = Orders.freeze(
                ABC, MULE_NUMBER, HOLDER, 6_000_000L, CLOCK.instant().plus(Duration.ofDays(1)));
        client.send(second);

        CLOCK.advance(Duration.ofDays(1).plus(MARGIN));
        sendNow(Orders.freezeLift(first));

        assertThat(client.inquireAt(CLOCK.instant(), ABC, Orders.id(second)).code())
                .isEqualTo("1303");
        assertThat(account().frozenFen()).isZero();
    }
}
