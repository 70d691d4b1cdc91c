package org.stoppayment.freeze.queries.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.queries.application.HeldAccounts;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Columns;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Held accounts in Postgres. */
@ApplicationScoped
class HeldAccountStore implements HeldAccounts, PanacheRepositoryBase<HeldAccountEntity, HeldAccountEntity.Key> {

    private static final SqlStatement FIND = SqlStatement.load(
            "sql/queries/find_held_account.sql", "institution_code text, account_number text, now timestamptz");

    private final UnitOfWork units;
    private final Pool pool;

    HeldAccountStore(UnitOfWork units, Pool pool) {
        this.units = units;
        this.pool = pool;
    }

    @Override
    public Uni<List<Due>> claimStatements(Instant now, Duration lease, int max, Set<String> full) {
        return claim("statementDueAt", now, max, full, row -> row.statementDueAt = now.plus(lease));
    }

    @Override
    public Uni<List<Due>> claimBalances(Instant now, Duration lease, int max, Set<String> full) {
        return claim("balanceDueAt", now, max, full, row -> row.balanceDueAt = now.plus(lease));
    }

    private Uni<List<Due>> claim(
            String column, Instant now, int max, Set<String> full, Consumer<HeldAccountEntity> claimed) {
        String due = column + " <= :now";
        String condition = full.isEmpty() ? due : due + " and institutionCode not in :full";
        Map<String, Object> parameters = full.isEmpty() ? Map.of("now", now) : Map.of("now", now, "full", full);
        return units.transaction(
                () -> SkipLocked.list(HeldAccountEntity.class, condition + " order by " + column, parameters, max)
                        .map(rows -> {
                            rows.forEach(claimed);
                            return rows.stream().map(HeldAccountEntity::due).toList();
                        }));
    }

    @Override
    public Uni<Optional<Held>> find(AccountRef.Key account, Instant now) {
        return FIND.execute(pool, account.institutionCode(), account.number(), Columns.utc(now))
                .map(rows -> Rows.first(rows, HeldAccountStore::held));
    }

    private static Held held(Row row) {
        return new Held(
                new CaseId(row.getUUID("case_id")),
                Optional.ofNullable(row.getString("filing_number")).map(number -> filing(number, row)),
                row.getBoolean("is_asked"),
                Rows.instant(row, "asked_since"),
                Rows.instant(row, "first_booking_at"),
                row.getBoolean("is_unlisted"),
                row.getBoolean("is_balance_other"));
    }

    private static LegalBasis filing(String number, Row row) {
        return new LegalBasis(
                number,
                row.getString("filing_organisation"),
                row.getString("document_digest"),
                new Approver(
                        StoredPerson.person(row.getString("approved_by")),
                        ApprovalLevel.valueOf(row.getString("approval_level"))));
    }

    @Override
    public Uni<Void> setStatementDue(Due due, Optional<Instant> at, int statementsAsked) {
        return change(due, row -> {
            row.statementDueAt = at.orElse(null);
            row.statementsAsked = statementsAsked;
        });
    }

    @Override
    public Uni<Void> setBalanceDue(Due due, Optional<Instant> at) {
        return change(due, row -> row.balanceDueAt = at.orElse(null));
    }

    /** Does nothing when something new was told since the account was claimed. */
    private Uni<Void> change(Due due, Consumer<HeldAccountEntity> change) {
        return units.transaction(() -> findById(HeldAccountEntity.Key.of(due.account()), LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (row != null && row.marks == due.marks()) {
                        change.accept(row);
                    }
                })
                .replaceWithVoid());
    }
}
