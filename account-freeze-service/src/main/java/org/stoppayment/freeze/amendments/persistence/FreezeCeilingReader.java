package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeilings;
import org.stoppayment.freeze.books.persistence.StoredClaimEnd;
import org.stoppayment.freeze.books.persistence.StoredFreeze;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads what freezes may rest on. */
@ApplicationScoped
public class FreezeCeilingReader implements FreezeCeilings {

    private static final SqlStatement READ = SqlStatement.load(
            "sql/amendments/read_freeze_ceilings.sql",
            "case_ids uuid[], institution_codes text[], account_numbers text[], tolerance text");
    private static final int MAX_IN_ONE_READ = 50;
    private static final int MAX_CONCURRENT_READS = 4;

    private record Wanted(CaseId caseId, AccountRef.Key account) {}

    private final Pool pool;
    private final TracingRules rules;

    /** The freezes of a case are ordered together: what is asked at the same time is read at once. */
    private final GroupCommit<Wanted, Optional<FreezeCeiling>> reads =
            new GroupCommit<>(MAX_IN_ONE_READ, MAX_CONCURRENT_READS, this::readAll);

    FreezeCeilingReader(Pool pool, TracingRules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    @Override
    public Uni<Optional<FreezeCeiling>> of(CaseId caseId, AccountRef.Key account) {
        return reads.submit(new Wanted(caseId, account));
    }

    private Uni<List<Optional<FreezeCeiling>>> readAll(List<Wanted> wanted) {
        return READ.execute(
                        pool,
                        wanted.stream().map(Wanted::caseId).toList(),
                        wanted.stream()
                                .map(one -> one.account().institutionCode())
                                .toList(),
                        wanted.stream().map(one -> one.account().number()).toList(),
                        rules.tolerance().toString())
                .map(rows -> {
                    List<Optional<FreezeCeiling>> found =
                            new ArrayList<>(Collections.nCopies(wanted.size(), Optional.empty()));
                    rows.forEach(row -> found.set(row.getInteger("place") - 1, Optional.of(ceiling(row))));
                    return found;
                });
    }

    private static FreezeCeiling ceiling(Row row) {
        return new FreezeCeiling(
                StoredAccount.read(row::getString),
                Money.ofFen(row.getLong("remaining_fen")),
                Money.ofFen(row.getLong("surplus_fen")),
                row.getBoolean("behind"),
                Optional.ofNullable(row.getUUID("stop_id")).map(stop -> stop(new ApplicationId(stop), row)),
                row.getInteger("other_claims"),
                StoredClaimEnd.read(row),
                StoredFreeze.read(row));
    }

    private static FreezeCeiling.StopInEffect stop(ApplicationId id, Row row) {
        return new FreezeCeiling.StopInEffect(
                id,
                new CaseId(row.getUUID("stop_case_id")),
                Rows.instant(row, "expires_at").orElseThrow(),
                Optional.ofNullable(row.getLong("balance_fen")).map(Money::ofFen));
    }
}
