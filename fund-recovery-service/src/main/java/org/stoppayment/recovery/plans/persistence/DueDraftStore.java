package org.stoppayment.recovery.plans.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
            "sql/plans/claim_due_drafts.sql",
            "now timestamptz, lease_end timestamptz, max_drafts int, only_settled boolean");
    private static final SqlStatement FINISH = SqlStatement.load(
            "sql/plans/finish_draft.sql", "institution_code text, account_number text, lease_end timestamptz");

    private static final RowParameters<AccountRef.Key> KEYS = RowParameters.<AccountRef.Key>of()
            .text("institution_code", AccountRef.Key::institutionCode)
            .text("account_number", AccountRef.Key::number);
    private static final BatchStatement<Marked> MARK = BatchStatement.<Marked>of("sql/plans/mark_drafts.sql")
            .values(ValueParameters.<Marked>of().instant("now", Marked::now), marked -> marked)
            .rows("accounts", KEYS, Marked::accounts)
            .build();
    private static final BatchStatement<Taken> LEAVE_PAID = BatchStatement.<Taken>of("sql/plans/leave_paid_drafts.sql")
            .values(ValueParameters.<Taken>of().instant("lease_end", Taken::leaseEnd), taken -> taken)
            .rows("accounts", KEYS, Taken::accounts)
            .build();

    private record Marked(List<AccountRef.Key> accounts, Instant now) {}

    private record Taken(List<AccountRef.Key> accounts, Instant leaseEnd) {}

    private final Pool pool;

    DueDraftStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<DueDraft>> claim(Instant now, Duration lease, int max, boolean onlySettled) {
        Instant leaseEnd = now.plus(lease).truncatedTo(ChronoUnit.MICROS); // as Postgres keeps it
        return MARK_OF_VICTIMS
                .execute(pool, now, max)
                .chain(() -> CLAIM.execute(pool, now, leaseEnd, max, onlySettled))
                .map(rows -> Rows.list(rows, DueDraftStore::account))
                .chain(taken -> leavePaid(taken, leaseEnd)
                        .chain(left -> !taken.isEmpty() && left.isEmpty()
                                ? claim(now, lease, max, onlySettled) // there may be more
                                : Uni.createFrom().item(left)));
    }

    private Uni<List<DueDraft>> leavePaid(List<AccountRef.Key> taken, Instant leaseEnd) {
        if (taken.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return LEAVE_PAID.execute(pool, new Taken(taken, leaseEnd)).map(rows -> {
            Set<AccountRef.Key> paid =
                    Rows.stream(rows).map(DueDraftStore::account).collect(Collectors.toUnmodifiableSet());
            return taken.stream()
                    .filter(account -> !paid.contains(account))
                    .map(account -> new DueDraft(account, leaseEnd))
                    .toList();
        });
    }

    private static AccountRef.Key account(Row row) {
        return new AccountRef.Key(row.getString("institution_code"), row.getString("account_number"));
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
