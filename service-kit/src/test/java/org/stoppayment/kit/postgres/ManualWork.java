package org.stoppayment.kit.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Work that runs until the test completes it. */
final class ManualWork implements Function<List<Integer>, Uni<List<String>>> {
    final List<List<Integer>> started = new ArrayList<>();
    final Queue<UniEmitter<? super List<String>>> inFlight = new ConcurrentLinkedQueue<>();

    @Override
    public Uni<List<String>> apply(List<Integer> items) {
        return Uni.createFrom().emitter(end -> {
            started.add(items);
            inFlight.add(end);
        });
    }

    void succeed() {
        int index = started.size() - inFlight.size();
        inFlight.remove().complete(answers(started.get(index)));
    }

    void fail(Throwable failure) {
        inFlight.remove().fail(failure);
    }

    static List<String> answers(List<Integer> items) {
        return items.stream().map(item -> "did " + item).toList();
    }

    static PgException databaseError(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, null);
    }
}
