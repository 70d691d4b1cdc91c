package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.simulator.behaviour.MagicAccount;

class MagicAccountContractTest extends SimulatorTest {

    private static final Duration GATEWAY_TIMEOUT = Duration.ofMillis(700);

    @ParameterizedTest
    @EnumSource
    void everyNumberIsACardThatPassesLuhn(MagicAccount magic) {
        AccountNumber number = new AccountNumber(magic.number());

        assertThat(number.looksLikeCard()).isTrue();
        assertThat(number.passesLuhn()).isTrue();
        assertThat(MagicAccount.of(magic.number())).contains(magic);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_MISMATCH, 0301",
        "NO_ACCOUNT, 0300",
        "ALREADY_HELD, 1302",
        "BALANCE_SHORT, 1200",
        "THIRD_STOP, 1304",
        "SLOW, 0000"
    })
    void magicAccountAnswersAsDocumentedAtEveryInstitution(MagicAccount magic, String code) {
        for (String institution : new String[] {ICBC, ALIPAY}) {
            ObjectNode order = order(institution, magic);

            GatewayClient.Answer answer = client.send(order);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(client.inquire(institution, Orders.id(order))).isEqualTo(answer);
        }
    }

    @Test
    void nameMismatchNamesTheField() {
        assertThat(client.send(order(ICBC, MagicAccount.NAME_MISMATCH)).mismatched())
                .containsExactly("account.name");
    }

    @Test
    void shortBalanceHoldsHalfOfTheSum() {
        assertThat(client.send(order(ICBC, MagicAccount.BALANCE_SHORT))
                        .json()
                        .path("balanceFen")
                        .longValue())
                .isEqualTo(50_000);
    }

    @Test
    void slowAccountBooksAtOnceAndAnswersAfterTheTimeout() {
        ObjectNode order = order(ICBC, MagicAccount.SLOW);

        assertTimesOut(order);

        GatewayClient.Answer inquired = client.inquire(ICBC, Orders.id(order));
        assertThat(inquired.code()).isEqualTo("0000");
        assertThat(inquired.json().path("balanceFen").longValue()).isEqualTo(100_000);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void duplicateCallbackCallsTheSameFeedbackBackTwice() {
        ObjectNode order = order(ICBC, MagicAccount.DUPLICATE_CALLBACK);

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(
                        () -> assertThat(gateway.received(Orders.id(order))).hasSize(2));
        assertThat(gateway.received(Orders.id(order)).stream()
                        .map(FakeGateway.Received::feedback)
                        .distinct())
                .hasSize(1);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void lateCallbackComesAfterTheAnswer() {
        ObjectNode order = order(ICBC, MagicAccount.LATE_CALLBACK);

        assertThat(client.send(order).status()).isEqualTo(202);
        assertThat(client.inquire(ICBC, Orders.id(order)).status()).isEqualTo(202);
        assertThat(gateway.received(Orders.id(order))).isEmpty();

        await().untilAsserted(
                        () -> assertThat(gateway.received(Orders.id(order))).hasSize(1));
        assertThat(client.inquire(ICBC, Orders.id(order)).code()).isEqualTo("0000");
    }

    @Test
    void garbageIsNotJsonAlthoughTheStopIsBooked() {
        ObjectNode order = order(ICBC, MagicAccount.GARBAGE);

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.status()).isEqualTo(200);
        assertThatThrownBy(answer::json).isInstanceOf(AssertionError.class);
        assertThat(client.inquire(ICBC, Orders.id(order)).code()).isEqualTo("0000");
    }

    @Test
    void accountThatNeverAnswersNeverBooks() {
        ObjectNode order = order(ICBC, MagicAccount.NEVER_ANSWERS);

        assertTimesOut(order);

        assertThat(client.inquire(ICBC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(simulator.order(Orders.id(order)).orElseThrow().arrivals()).hasSize(1);
        assertThat(simulator.effectsOf(Orders.id(order))).isZero();
    }

    static ObjectNode order(String institution, MagicAccount magic) {
        return Orders.listing(
                Orders.stop(institution, magic.number(), "anyone"), 100_000L, "2001-01-01T00:00:00Z", null);
    }

    private static void assertTimesOut(ObjectNode order) {
        assertThatThrownBy(() -> client.send(order, GATEWAY_TIMEOUT)).hasCauseInstanceOf(HttpTimeoutException.class);
    }
}
