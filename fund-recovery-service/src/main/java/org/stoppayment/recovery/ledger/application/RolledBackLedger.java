package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Port: a ledger whose entries are executed in a transaction that is rolled back, for warm-ups. */
public interface RolledBackLedger {

    /** Does work with a ledger of which nothing stays. */
    <T> Uni<T> run(Function<Ledger, Uni<T>> work);
}
