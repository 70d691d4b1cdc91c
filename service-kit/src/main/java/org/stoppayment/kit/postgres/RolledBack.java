package org.stoppayment.kit.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.function.Function;

/** Runs the statements of a store for a warm-up: they are executed, and nothing of them stays. */
public final class RolledBack {

    private RolledBack() {}

    /**
     * Does work with a pool whose statements all run in one transaction, which is rolled back in any case. After its end that pool
     * executes nothing.
     */
    public static <T> Uni<T> run(Pool pool, Function<Pool, Uni<T>> work) {
        return pool.withConnection(connection -> connection.begin().chain(transaction -> {
            TransactionPool statements = new TransactionPool(connection.getDelegate());
            return Uni.createFrom()
                    .deferred(() -> work.apply(new Pool(statements)))
                    .onTermination()
                    .call(() -> {
                        statements.end();
                        return transaction.rollback();
                    });
        }));
    }
}
