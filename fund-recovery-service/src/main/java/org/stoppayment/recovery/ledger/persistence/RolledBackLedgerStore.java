package org.stoppayment.recovery.ledger.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.function.Function;
import org.stoppayment.kit.postgres.RolledBack;
import org.stoppayment.recovery.ledger.application.Ledger;
import org.stoppayment.recovery.ledger.application.RolledBackLedger;

/** Runs the statement that books entries in a transaction that is rolled back. */
@ApplicationScoped
class RolledBackLedgerStore implements RolledBackLedger {

    private final Pool pool;
    private final InstantSource clock;

    RolledBackLedgerStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public <T> Uni<T> run(Function<Ledger, Uni<T>> work) {
        return RolledBack.run(pool, statements -> work.apply(new LedgerStore(statements, clock)));
    }
}
