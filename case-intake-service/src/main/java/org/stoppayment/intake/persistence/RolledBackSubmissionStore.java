package org.stoppayment.intake.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.stoppayment.intake.application.RolledBackSubmissions;
import org.stoppayment.intake.application.Submissions;
import org.stoppayment.kit.postgres.RolledBack;

/** Runs the statement that accepts submissions in a transaction that is rolled back. */
@ApplicationScoped
class RolledBackSubmissionStore implements RolledBackSubmissions {

    private final Pool pool;
    private final SubmissionRepository submissions;
    private final TransferRepository transfers;

    RolledBackSubmissionStore(Pool pool, SubmissionRepository submissions, TransferRepository transfers) {
        this.pool = pool;
        this.submissions = submissions;
        this.transfers = transfers;
    }

    @Override
    public <T> Uni<T> run(Function<Submissions, Uni<T>> work) {
        return RolledBack.run(pool, statements -> work.apply(new SubmissionStore(statements, submissions, transfers)));
    }
}
