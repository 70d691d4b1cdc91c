package org.stoppayment.recovery.ledger.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.kit.postgres.ValueParameters;
import org.stoppayment.recovery.ledger.application.Corrections;
import org.stoppayment.recovery.ledger.domain.BookedEntry.Reversal;
import org.stoppayment.recovery.ledger.domain.Correction;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Books corrections in Postgres. */
@ApplicationScoped
class CorrectionStore implements Corrections {

    private static final BatchStatement<Reversing> REVERSE = BatchStatement.<Reversing>of(
                    "sql/ledger/reverse_entries.sql")
            .values(
                    ValueParameters.<Correction>of()
                            .uuid("correction_id", Correction::id)
                            .id("case_id", Correction::caseId)
                            .text(
                                    "target",
                                    correction -> correction.target().kind().name())
                            .uuid("target_id", correction -> correction.target().id())
                            .text("reason", Correction::reason)
                            .text("corrected_by", correction -> StoredPerson.text(correction.officer()))
                            .instant("corrected_at", Correction::at),
                    Reversing::correction)
            .rows(
                    "entries",
                    EntryColumns.of(Reversal::entry).uuid("reverses", Reversal::reverses),
                    Reversing::reversals)
            .build();

    private record Reversing(Correction correction, List<Reversal> reversals) {}

    private final Pool pool;

    CorrectionStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> book(Correction correction, List<Reversal> reversals) {
        return REVERSE.execute(pool, new Reversing(correction, reversals))
                .replaceWith(true)
                .onFailure(SqlStates::isUniqueViolation)
                .recoverWithItem(false);
    }
}
