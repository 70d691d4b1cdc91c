package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions and deadlines belong to Vert.x contexts, so callers must not share them. */
class GroupCommitContextTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void resultsArriveOnTheCallersContextsAndWorkRunsOnAnother() throws Exception {
        CompletableFuture<Context> workContext = new CompletableFuture<>();
        CompletableFuture<List<Integer>> gate = new CompletableFuture<>();
        var group = new GroupCommit<Integer, Integer>(10, 1, items -> {
            workContext.complete(Vertx.currentContext());
            return Uni.createFrom().completionStage(gate).map(ignored -> items);
        });
        CompletableFuture<Context> answeredFirst = new CompletableFuture<>();
        CompletableFuture<Context> answeredSecond = new CompletableFuture<>();
        Context first = submitOnNewContext(group, 1, answeredFirst);
        Context second = submitOnNewContext(group, 2, answeredSecond);
        assertThat(workContext.get(5, TimeUnit.SECONDS)).isNotSameAs(first).isNotSameAs(second);
        assertThat(VertxContext.isDuplicatedContext(workContext.join())).isTrue();
        gate.complete(List.of());
        assertThat(answeredFirst.get(5, TimeUnit.SECONDS)).isSameAs(first);
        assertThat(answeredSecond.get(5, TimeUnit.SECONDS)).isSameAs(second);
    }

    private Context submitOnNewContext(
            GroupCommit<Integer, Integer> group, int item, CompletableFuture<Context> answeredOn) throws Exception {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        CompletableFuture<Void> submitted = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            group.submit(item).subscribe().with(answer -> answeredOn.complete(Vertx.currentContext()));
            submitted.complete(null);
        });
        submitted.get(5, TimeUnit.SECONDS);
        return context;
    }
}
