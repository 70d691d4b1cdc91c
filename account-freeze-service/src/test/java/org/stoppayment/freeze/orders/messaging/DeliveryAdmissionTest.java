package org.stoppayment.freeze.orders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.admission.InFlightConfig;
import org.stoppayment.freeze.orders.application.admission.SendsInFlight;

class DeliveryAdmissionTest {

    private static final String ICBC = "102100099996";
    private static final String ABC = "103100000026";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> taken = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();
    private SendsInFlight sends;
    private DeliveryAdmission admission;

    private void allow(int orders, Duration maxWait) {
        InFlightConfig config = new InFlightConfig() {
            @Override
            public int maxOrders() {
                return orders;
            }

            @Override
            public Duration maxDeliveryWait() {
                return maxWait;
            }
        };
        sends = new SendsInFlight(config);
        admission = new DeliveryAdmission(sends, config, new SimpleMeterRegistry());
    }

    private void send(String institution, int orders) {
        IntStream.range(0, orders).forEach(i -> {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            answers.add(answer);
            sends.track(institution, Uni.createFrom().completionStage(answer))
                    .subscribe()
                    .with(done -> {});
        });
    }

    private void answer(int orders) {
        IntStream.range(0, orders).forEach(i -> answers.remove(0).complete(null));
    }

    private UniAssertSubscriber<Void> deliver(String name, int events) {
        return admission
                .<Void>admit(events, () -> Uni.createFrom().voidItem().invoke(() -> taken.add(name)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void deliveryIsTakenAtOnceWhileOrdersMayBeSent() {
        allow(10, PATIENCE);
        send(ICBC, 5);
        send(ABC, 4);

        deliver("first", 32);

        assertThat(taken).containsExactly("first");
    }

    @Test
    void deliveriesWaitForOrdersInFlightAndAreTakenInTheirOrder() {
        allow(10, PATIENCE);
        send(ICBC, 5);
        send(ABC, 5);

        deliver("first", 1);
        deliver("second", 1);
        assertThat(taken).isEmpty();
        answer(1);

        assertThat(taken).containsExactly("first", "second");
    }

    @Test
    void deliveryCountsUntilItsOrdersAreInFlight() {
        allow(10, PATIENCE);
        CompletableFuture<Void> placed = new CompletableFuture<>();
        admission
                .<Void>admit(10, () -> Uni.createFrom().completionStage(placed))
                .subscribe()
                .with(done -> {});

        deliver("second", 1);
        assertThat(taken).isEmpty();
        placed.complete(null);

        assertThat(taken).containsExactly("second");
    }

    @Test
    void institutionThatHangsHoldsUpNoDelivery() {
        allow(10, PATIENCE);
        send(ICBC, 100);

        deliver("first", 1);

        assertThat(taken).containsExactly("first");
    }

    @Test
    void deliveryThatHasWaitedForTheLongestTimeIsTaken() {
        allow(10, Duration.ofMillis(20));
        send(ICBC, 5);
        send(ABC, 5);

        deliver("late", 1).awaitItem(PATIENCE);

        assertThat(taken).containsExactly("late");
    }

    @Test
    void cancelledDeliveryTakesNoTurn() {
        allow(10, PATIENCE);
        send(ICBC, 5);
        send(ABC, 5);

        deliver("cancelled", 100).cancel();
        deliver("next", 1);
        answer(1);

        assertThat(taken).containsExactly("next");
        answer(9);
        assertThat(sends.free()).isEqualTo(10);
    }

    @Test
    void failedDeliveryFreesItsPlace() {
        allow(10, PATIENCE);
        admission
                .<Void>admit(10, () -> Uni.createFrom().failure(new IllegalStateException("no database")))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure();

        deliver("next", 1);

        assertThat(taken).containsExactly("next");
    }
}
