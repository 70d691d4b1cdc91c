package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.view.AccountView;

/** Freezes of the mule, whose balance is CNY 100,000. */
class FreezeContractTest extends SimulatorTest {

    private static final Duration TERM = Duration.ofDays(184);
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final String HOLDER = "卡主甲";

    private String world = "";

    @BeforeEach
    void loadMule() {
        world = mule();
    }

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

    @Test
    void freezeTakesOverFromTheStopOfItsCaseWithoutAGap() {
        ObjectNode stop = stopMule();
        client.send(stop);

        GatewayClient.Answer answer = client.send(Orders.takingOver(freeze(6_000_000L), stop));

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.mismatched()).isEmpty();
        assertThat(account().stopped()).isFalse();
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        assertThat(client.send(Orders.lift(stop)).code())
                .as("the stop has ended, and nothing is released")
                .isEqualTo("1900");
        withdrawAll();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(6_000_000);
    }

    @Test
    void stopOfAnotherCaseStaysAndIsNamed() {
        ObjectNode stop = stopMule();
        client.send(stop);
        ObjectNode freeze = Orders.takingOver(freeze(6_000_000L), stop)
                .put("caseId", freeze(1L).path("caseId").textValue());

        GatewayClient.Answer answer = client.send(freeze);

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.mismatched()).containsExactly("stopApplicationId");
        assertThat(account().stopped()).isTrue();
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void stopThatHasEndedIsNamedAndTheFreezeHoldsFromNow() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.lift(stop));

        GatewayClient.Answer answer = client.send(Orders.takingOver(freeze(6_000_000L), stop));

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.mismatched()).containsExactly("stopApplicationId");
    }

    @Test
    void waitingOrDeclinedFreezeLeavesTheStopAsItIs() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(freeze(null));

        ObjectNode wrongName = Orders.takingOver(Orders.freeze(ABC, MULE_NUMBER, "卡主乙", 1L, end()), stop);
        assertThat(client.send(wrongName).code()).isEqualTo("0301");
        assertThat(account().stopped()).isTrue();
        assertThat(client.send(Orders.takingOver(freeze(6_000_000L), stop)).code())
                .isEqualTo("1303");
        assertThat(account().stopped()).isTrue();
    }

    @Test
    void frozenAccountIsNotStopped() {
        ObjectNode limited = freeze(1L);
        client.send(limited);
        assertThat(client.send(stopMule()).code()).isEqualTo("1302");

        client.send(Orders.freezeLift(limited));
        ObjectNode full = freeze(null);
        client.send(full);
        assertThat(client.send(stopMule()).code()).isEqualTo("1303");

        client.send(Orders.freezeLift(full));
        assertThat(client.send(stopMule()).code()).isEqualTo("1200");
    }

    @Test
    void renewalBeforeTheEndMakesTheFreezeLonger() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        assertThat(client.send(Orders.renewal(order, end().plus(TERM))).code()).isEqualTo("0000");

        CLOCK.advance(TERM.plus(MARGIN));
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        CLOCK.advance(TERM);
        assertThat(account().frozenFen()).isZero();
    }

    @Test
    void renewalAfterTheEndIsAnswered1800() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);
        CLOCK.advance(TERM.plus(MARGIN));

        assertThat(sendNow(Orders.renewal(order, CLOCK.instant().plus(TERM))).code())
                .isEqualTo("1800");
        assertThat(account().frozenFen()).isZero();
    }

    @Test
    void renewalOfAnUnknownOrLiftedFreezeIsAnswered1800AndOneThatIsNotLater0800() {
        GatewayClient.Answer unknown = client.send(Orders.renewal(freeze(1L), end()));
        assertThat(unknown.code()).isEqualTo("1800");
        assertThat(unknown.mismatched()).containsExactly("originalApplicationId");

        ObjectNode order = freeze(6_000_000L);
        client.send(order);
        Instant sameEnd = Instant.parse(order.path("expiresAt").textValue());
        assertThat(client.send(Orders.renewal(order, sameEnd)).code()).isEqualTo("0800");
        client.send(Orders.freezeLift(order));
        assertThat(client.send(Orders.renewal(order, end().plus(TERM))).code()).isEqualTo("1800");
    }

    @Test
    void liftReleasesTheSumOnce() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        ObjectNode lift = Orders.freezeLift(order);
        assertThat(client.send(lift).code()).isEqualTo("0000");
        assertThat(client.send(Orders.freezeLift(order)).code()).isEqualTo("0000");

        assertThat(account().frozenFen()).isZero();
        assertThat(simulator.effectsOf(Orders.id(lift))).isEqualTo(1);
        GatewayClient.Answer unknown = client.send(Orders.freezeLift(freeze(1L)));
        assertThat(unknown.code()).isEqualTo("0400");
        assertThat(unknown.mismatched()).containsExactly("originalApplicationId");
    }

    @Test
    void changeLowersAndRaisesTheSum() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        GatewayClient.Answer lower = client.send(Orders.change(order, 4_000_000));
        assertThat(lower.code()).isEqualTo("0000");
        assertThat(frozenFen(lower)).isEqualTo(4_000_000);
        assertThat(account().frozenFen()).isEqualTo(4_000_000);

        GatewayClient.Answer higher = client.send(Orders.change(order, 10_000_001));
        assertThat(higher.code()).isEqualTo("1200");
        assertThat(frozenFen(higher)).isEqualTo(10_000_000);
    }

    @Test
    void changeMakesAFullFreezeLimitedAndFreesTheRestForWhoWaits() {
        ObjectNode full = freeze(null);
        client.send(full);
        ObjectNode second = freeze(3_000_000L);
        client.send(second);

        assertThat(frozenFen(client.send(Orders.change(full, 5_000_000)))).isEqualTo(5_000_000);

        assertThat(client.inquire(ABC, Orders.id(second)).code()).isEqualTo("0000");
        withdrawAll();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(8_000_000);
    }

    @Test
    void changeAfterTheEndOrOfAnUnknownFreezeIsAnswered1800() {
        ObjectNode order = freeze(6_000_000L);
        assertThat(client.send(Orders.change(order, 1)).code()).isEqualTo("1800");
        client.send(order);
        client.send(Orders.freezeLift(order));

        assertThat(client.send(Orders.change(order, 1)).code()).isEqualTo("1800");
    }

    @Test
    void freezeIsCalledBackByAnAsynchronousInstitution() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        ObjectNode order = freeze(6_000_000L);

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(
                        () -> assertThat(gateway.received(Orders.id(order))).hasSize(1));
        assertThat(gateway.received(Orders.id(order))
                        .get(0)
                        .feedback()
                        .path("freeze")
                        .path("frozenFen")
                        .longValue())
                .isEqualTo(6_000_000);
    }

    @Test
    void freezeThatIsBookedBehindAnErrorIsFoundByAnInquiry() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).booking(true).times(1));
        ObjectNode order = freeze(6_000_000L);

        assertThat(client.send(order).status()).isEqualTo(500);

        assertThat(frozenFen(client.inquire(ABC, Orders.id(order)))).isEqualTo(6_000_000);
    }

    @Test
    void freezeThatIsNotBookedBehindAnErrorIsNotKnownAndHoldsNothing() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).times(1));
        ObjectNode stop = stopMule();
        ObjectNode order = Orders.takingOver(freeze(6_000_000L), stop);

        assertThat(client.send(order).status()).isEqualTo(500);

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(account().liveFreezes()).isZero();
    }

    @Test
    void faultBeforeTheBooksLeavesTheStopAsItIs() {
        ObjectNode stop = stopMule();
        client.send(stop);
        simulator.setFault(ABC, Fault.of(FaultKind.RESET).times(1));
        ObjectNode order = Orders.takingOver(freeze(6_000_000L), stop);

        assertThat(client.sendAsync(order, Duration.ofSeconds(20))).failsWithin(Duration.ofSeconds(20));

        assertThat(account().stopped()).isTrue();
        assertThat(client.send(order).code()).isEqualTo("0000");
        assertThat(account().stopped()).isFalse();
    }

    @Test
    void magicAccountsAnswerFreezesAsStops() {
        assertThat(client.send(magic(MagicAccount.NAME_MISMATCH)).code()).isEqualTo("0301");
        assertThat(client.send(magic(MagicAccount.NO_ACCOUNT)).code()).isEqualTo("0300");
        GatewayClient.Answer waiting = client.send(magic(MagicAccount.ALREADY_HELD));
        assertThat(waiting.code()).isEqualTo("1302");
        assertThat(place(waiting)).isEqualTo(1);
        GatewayClient.Answer part = client.send(magic(MagicAccount.BALANCE_SHORT));
        assertThat(part.code()).isEqualTo("1200");
        assertThat(frozenFen(part)).isEqualTo(50_000);
        assertThat(frozenFen(client.send(magic(MagicAccount.THIRD_STOP)))).isEqualTo(100_000);
    }

    @Test
    void freezeOfAWrongFormIsRefusedWithEveryField() {
        ObjectNode order = freeze(6_000_000L);
        order.put("mode", "PARTIAL").put("expiresAt", "tomorrow");
        ((ObjectNode) order.path("legalBasis")).put("documentDigest", "0".repeat(63));

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("mode", "expiresAt", "legalBasis.documentDigest");
        GatewayClient.Answer full =
                client.send(freeze(6_000_000L).put("mode", "FULL").without("reason"));
        assertThat(full.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("amountFen", "reason");
    }

    private static ObjectNode freeze(Long limitFen) {
        return Orders.freeze(ABC, MULE_NUMBER, HOLDER, limitFen, end());
    }

    private static ObjectNode magic(MagicAccount account) {
        return Orders.freeze(ICBC, account.number(), "anyone", 100_000L, end());
    }

    private static Instant end() {
        return CLOCK.instant().plus(TERM);
    }

    /** Sends with the institution's time. */
    private static GatewayClient.Answer sendNow(ObjectNode order) {
        return client.sendAt(CLOCK.instant(), order);
    }

    private static AccountView account() {
        return simulator.accounts(MULE_NUMBER).get(0);
    }

    private static long frozenFen(GatewayClient.Answer answer) {
        return answer.json().path("freeze").path("frozenFen").longValue();
    }

    private static int place(GatewayClient.Answer answer) {
        return answer.json().path("freeze").path("waitingPlace").intValue();
    }

    /** The mule withdraws all that it can. */
    private void withdrawAll() {
        simulator.startWorld(world, CLOCK.instant().plus(Duration.ofMinutes(1)));
        CLOCK.advance(Duration.ofMinutes(2));
        simulator.makeDueMoves();
    }
}
