package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.ledger.domain.FundsMoved;

/** Books made-up movements as {@link BookingMovements} books real ones, for a warm-up: they are rolled back. */
@ApplicationScoped
public class DryRunMovements {

    private final RolledBackLedger rolledBack;
    private final Ids ids;

    DryRunMovements(RolledBackLedger rolledBack, Ids ids) {
        this.rolledBack = rolledBack;
        this.ids = ids;
    }

    /** Books events of which nothing stays. */
    public Uni<Void> book(List<FundsMoved> events) {
        return rolledBack
                .run(ledger -> new BookingMovements(ledger, ids).book(events))
                .replaceWithVoid();
    }
}
