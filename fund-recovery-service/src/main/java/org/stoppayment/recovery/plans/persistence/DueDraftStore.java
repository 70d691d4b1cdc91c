package org.stoppayment.recovery.plans.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.stoppayment.kit.grpc.TransientFailures;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.ValueParameters;
import org.stoppayment.recovery.plans.application.DueDrafts;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Accounts whose drafts are due, in Postgres. */
@ApplicationScoped
class DueDraftStore implements DueDrafts {

    private static final SqlStatement MARK_OF_VICTIMS =
            SqlStatement.load("sql/plans/mark_drafts_of_victims.sql", "now timestamptz, max_victims int");
    private static final SqlStatement CLAIM = SqlStatement.load(
            "sql/plans/claim_due_drafts.sql", "now timestamptz, lease_end timestamptz, max_drafts int");
    private static final SqlStatement FINISH = SqlStatement.load(
            "sql/plans/finish_draft.sql", "institution_code text, account_number text, lease_end timestamptz");

    private static final BatchStatement<Marked> MARK = BatchStatement.<Marked>of("sql/plans/mark_drafts.sql")
            .values(ValueParameters.<Marked>of().instant("now", Marked::now), marked -> marked)
            .rows(
                    "accounts",
                    RowParameters.<AccountRef.Key>of()
                            .text("institution_code", AccountRef.Key::institutionCode)
                            .text("account_number", AccountRef.Key::number),
                    Marked::accounts)
            .build();

    private record Marked(List<AccountRef.Key> accounts, Instant now) {}

    private final Pool pool;

    DueDraftStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<DueDraft>> claim(Instant now, Duration lease, int max) {
        Instant leaseEnd = now.plus(lease).truncatedTo(ChronoUnit.MICROS); // as Postgres keeps it
        return MARK_OF_VICTIMS
                .execute(pool, now, max)
                .chain(() -> CLAIM.execute(pool, now, leaseEnd, max))
                .map(rows -> Rows.list(
                        rows,
                        row -> new DueDraft(
                                new AccountRef.Key(row.getString("institution_code"), row.getString("account_number")),
                                leaseEnd)));
    }

    @Override
    public Uni<Void> mark(Collection<AccountRef.Key> accounts, Instant now) {
        return accounts.isEmpty()
                ? Uni.createFrom().voidItem()
                : MARK.execute(pool, new Marked(List.copyOf(accounts), now)).replaceWithVoid();
    }

    @Override
    public Uni<Void> finish(DueDraft draft) {
        return FINISH.execute(
                        pool, draft.account().institutionCode(), draft.account().number(), draft.leaseEnd())
                .replaceWithVoid();
    }

    @Override
    public boolean isAway(Throwable failure) {
        return TransientFailures.isOutage(failure);
    }
}
