package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.Ids;

/** A client gets messages as fast as it reads them, and no faster. */
class PacedStreamTest {

    private static final int MESSAGES = 50;
    private static final int WINDOW = 3;
    private static final int AHEAD = 1; // the iterator of a stream makes the next one to know whether there is one
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final Client client = new Client();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void noMoreIsMadeThanTheConnectionTakes() {
        send(LONG);

        await().until(() -> client.written.size() == WINDOW);
        settle();
        assertThat(made).hasValue(WINDOW + AHEAD);

        client.read(2);
        await().until(() -> client.written.size() == WINDOW + 2);
        settle();
        assertThat(made).hasValue(WINDOW + 2 + AHEAD);
    }

    @Test
    void whoReadsGetsAllInOrderAndTheEnd() {
        send(LONG);

        while (client.end.isEmpty()) {
            client.read(1);
        }

        assertThat(client.written)
                .containsExactlyElementsOf(IntStream.range(0, MESSAGES).boxed().toList());
        assertThat(client.end).contains("completed");
        assertThat(ends).hasValue(1);
    }

    @Test
    void whoReadsNothingIsGivenUp() {
        send(Duration.ofMillis(50));

        await().until(() -> client.end.isPresent());

        assertThat(client.end).contains(Status.Code.UNAVAILABLE.name());
        assertThat(made).hasValue(WINDOW + AHEAD);
        assertThat(ends).hasValue(1);
    }

    @Test
    void whoReadsSlowlyIsNotGivenUp() {
        send(Duration.ofMillis(200));

        for (int i = 0; i < 8; i++) {
            int before = client.written.size();
            await().pollDelay(Duration.ofMillis(60)).until(() -> true);
            client.read(1);
            await().until(() -> client.written.size() > before);
        }

        assertThat(client.end).isEmpty();
    }

    @Test
    void nothingMoreIsMadeForWhoHasLeft() {
        send(LONG);
        await().until(() -> client.written.size() == WINDOW);

        client.hasLeft = true;
        client.read(WINDOW);
        settle();

        assertThat(made).hasValue(WINDOW + AHEAD);
        assertThat(ends).hasValue(1);
        assertThat(client.end).isEmpty();
    }

    @Test
    void whoHasLeftWithoutAWordIsSeenLongBeforePatienceEnds() {
        send(LONG);
        await().until(() -> client.written.size() == WINDOW);

        client.hasLeft = true;

        await().until(() -> ends.get() == 1);
        assertThat(made).hasValue(WINDOW + AHEAD);
    }

    @Test
    void failureEndsTheStream() {
        stream(LONG).fail(new IllegalStateException("disk"));

        await().until(() -> client.end.isPresent());

        assertThat(client.end).contains(Status.Code.INTERNAL.name());
    }

    private void send(Duration patience) {
        stream(patience)
                .send(
                        IntStream.range(0, MESSAGES)
                                .mapToObj(number -> {
                                    made.incrementAndGet();
                                    return number;
                                })
                                .iterator(),
                        ends::incrementAndGet);
    }

    private PacedStream<Integer> stream(Duration patience) {
        CompletableFuture<PacedStream<Integer>> stream = new CompletableFuture<>();
        context.runOnContext(now -> stream.complete(
                new PacedStream<>(client, new GrpcErrors(new Ids(InstantSource.system())), vertx, patience)));
        return stream.join();
    }

    /** All tasks that were on the context have been done, and those that they added. */
    private void settle() {
        for (int i = 0; i < 2 * MESSAGES; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            context.runOnContext(now -> done.complete(null));
            done.join();
        }
    }

    /** As the server's own: messages are written by later tasks of the context, and only then the connection is full. */
    private final class Client extends ServerCallStreamObserver<Integer> {

        private final List<Integer> written = new CopyOnWriteArrayList<>();
        private final AtomicInteger read = new AtomicInteger();
        private volatile Optional<String> end = Optional.empty();
        private volatile boolean hasLeft;
        private volatile Runnable onReady = () -> {};

        void read(int messages) {
            read.addAndGet(messages);
            context.runOnContext(now -> onReady.run());
            settle();
        }

        @Override
        public boolean isReady() {
            return written.size() - read.get() < WINDOW;
        }

        @Override
        public void onNext(Integer message) {
            context.runOnContext(now -> written.add(message));
        }

        @Override
        public void onCompleted() {
            end = Optional.of("completed");
        }

        @Override
        public void onError(Throwable failure) {
            end = Optional.of(Status.fromThrowable(failure).getCode().name());
        }

        @Override
        public boolean isCancelled() {
            return hasLeft;
        }

        @Override
        public void setOnReadyHandler(Runnable handler) {
            onReady = handler;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}
    }
}
