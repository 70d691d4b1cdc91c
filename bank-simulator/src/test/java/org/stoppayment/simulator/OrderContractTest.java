package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;
import org.stoppayment.simulator.view.OrderView;

/** One effect for each order, inquiries and callbacks. */
class OrderContractTest extends SimulatorTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @BeforeEach
    void loadMule() {
        mule();
    }

    @Test
    void sameOrderAgainHasOneEffectAndTheSameFeedback() {
        ObjectNode order = stopMule();

        GatewayClient.Answer first = client.send(order);
        CLOCK.advance(Duration.ofMinutes(1));
        GatewayClient.Answer second = client.send(order);

        assertThat(second).isEqualTo(first);
        assertThat(client.inquire(ABC, Orders.id(order))).isEqualTo(first);
        OrderView seen = simulator.order(Orders.id(order)).orElseThrow();
        assertThat(seen.effects()).isEqualTo(1);
        assertThat(seen.arrivals()).hasSize(2);
        assertThat(seen.inquiries()).hasSize(1);
        assertThat(seen.resultCode()).isEqualTo("1200");
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void fiftyArrivalsAtOnceHaveOneEffect() {
        ObjectNode order = stopMule();

        List<CompletableFuture<GatewayClient.Answer>> answers = IntStream.range(0, 50)
                .mapToObj(i -> client.sendAsync(order, LONG))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
        assertThat(simulator.accounts(MULE_NUMBER).get(0).liveStops()).isEqualTo(1);
    }

    @Test
    void fiftyOrdersAtOnceStopTheAccountOnce() {
        List<CompletableFuture<GatewayClient.Answer>> answers = IntStream.range(0, 50)
                .mapToObj(i -> client.sendAsync(stopMule(), LONG))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(each -> each.code()
                        .equals("1200")))
                .hasSize(1);
        assertThat(simulator.accounts(MULE_NUMBER).get(0).liveStops()).isEqualTo(1);
    }

    @Test
    void inquiryAboutAnUnknownOrderIsAnswered404() {
        GatewayClient.Answer answer = client.inquire(ABC, "never-sent");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").textValue()).isEqualTo("ORDER_NOT_KNOWN");
    }

    @Test
    void orderIsKnownOnlyWhereItArrived() {
        ObjectNode order = stopMule();
        client.send(order);

        assertThat(client.inquire(ICBC, Orders.id(order)).status()).isEqualTo(404);
    }

    @Test
    void asynchronousInstitutionAnswers202AndCallsBackUntilAcknowledged() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        gateway.answerNext(503, 500);
        ObjectNode order = stopMule();

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(order)))
                .extracting(FakeGateway.Received::answered)
                .containsExactly(503, 500, 204));
        FakeGateway.Received taken = gateway.received(Orders.id(order)).get(2);
        assertThat(taken.path()).isEqualTo("/v1/institutions/" + ABC + "/feedback");
        assertThat(taken.isGenuine()).isTrue();
        assertThat(taken.feedback().path("resultCode").textValue()).isEqualTo("1200");
        assertThat(client.inquire(ABC, Orders.id(order)).json()).isEqualTo(taken.feedback());
        assertThat(client.send(order).json()).isEqualTo(taken.feedback());
        await().untilAsserted(() -> assertThat(
                        simulator.institutionView(ABC).counters().callbacksAcknowledged())
                .isEqualTo(1));
    }

    @Test
    void inquiriesAndRepeatsAreAnswered202BeforeTheCallback() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.of(new ResponseMillis(300, 300)), Optional.empty());
        ObjectNode order = stopMule();

        CompletableFuture<GatewayClient.Answer> first = client.sendAsync(order, LONG);
        await().until(() -> !simulator.orders().isEmpty());

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(202);
        assertThat(first.join().status()).isEqualTo(202);
        await().until(() -> client.inquire(ABC, Orders.id(order)).status() == 200);
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void callbackWithoutAcknowledgementIsGivenUp() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        gateway.answerNext(400, 400, 400, 400, 400, 400, 400);
        ObjectNode order = stopMule();

        client.send(order);

        await().untilAsserted(() -> assertThat(
                        simulator.institutionView(ABC).counters().callbacksGivenUp())
                .isEqualTo(1));
        assertThat(gateway.received(Orders.id(order))).hasSize(6);
        assertThat(gateway.received(Orders.id(order)).stream()
                        .map(FakeGateway.Received::webhookId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void everyAccountExistsAndHoldsTheSumAtAnOpenInstitution() {
        simulator.configure(ICBC, Optional.empty(), Optional.empty(), Optional.of(true));
        ObjectNode order = Orders.stop(ICBC, "6222020000000000018", "whoever");
        Orders.listing(order, 100L, "1999-01-01T00:00:00Z", null);
        Orders.listing(order, 23L, null, null);

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.json().path("balanceFen").longValue()).isEqualTo(123);
        assertThat(client.send(Orders.again(order)).code()).isEqualTo("1301");
        assertThat(simulator.accounts("6222020000000000018").get(0).liveStops()).isEqualTo(1);
    }

    @Test
    void responseTimesAreDrawnFromTheSeed() {
        List<Integer> drawn = draws(7);

        assertThat(draws(7)).isEqualTo(drawn);
        assertThat(draws(8)).isNotEqualTo(drawn);
        assertThat(drawn).allSatisfy(millis -> assertThat(millis).isBetween(20, 80));
    }

    private static List<Integer> draws(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 50)
                .mapToObj(i -> new ResponseMillis(20, 80).draw(random))
                .toList();
    }
}
