package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.stoppayment.freeze.holds.application.FrozenSums;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeApplication;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.AdvisoryLock;
import org.stoppayment.freeze.shared.persistence.RowsByKey;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kit.postgres.GroupCommit;

/**
 * Makes freezes durable: those of a case are ordered at the same time, and become so in one transaction. Requests about one account follow
 * each other, so that the second finds the freeze of the first.
 */
final class FreezeInserts {

    /** The states are those of the index of live freezes. */
    private static final String LIVE =
            "SELECT f.application_id FROM unnest(CAST(:codes AS text[]), CAST(:numbers AS text[])) AS a (code, number)"
                    + " CROSS JOIN LATERAL (SELECT application_id FROM freeze_order WHERE institution_code = a.code AND account_number = a.number"
                    + " AND state NOT IN ('DECLINED', 'LIFTED', 'AUTO_LIFTED', 'RETURNED') OFFSET 0) f";

    private static final int MAX_IN_ONE_COMMIT = 50;
    private static final int MAX_CONCURRENT_COMMITS = 2;

    /** A freeze that is to become durable, due at {@code dueAt}. */
    private record New(Freeze freeze, Instant dueAt) {

        AccountRef.Key account() {
            return freeze.application().account().key();
        }
    }

    private final UnitOfWork units;
    private final GroupCommit<New, Optional<Freeze>> group =
            new GroupCommit<>(MAX_IN_ONE_COMMIT, MAX_CONCURRENT_COMMITS, this::insertAll);

    FreezeInserts(UnitOfWork units) {
        this.units = units;
    }

    /** The live freeze of its case and account: this one, or an earlier one. */
    Uni<Freeze> insert(Freeze freeze, Instant dueAt) {
        FreezeApplication application = freeze.application();
        return group.submit(new New(freeze, dueAt))
                .map(kept -> kept.orElseThrow(
                        () -> FrozenSums.aboveCeiling(application.amount().orElseThrow(), application.tainted())));
    }

    private Uni<List<Optional<Freeze>>> insertAll(List<New> rows) {
        return units.transaction(() -> AdvisoryLock.takeAll("freeze", names(rows))
                .chain(() -> liveOn(rows))
                .chain(live -> {
                    List<FreezeEntity> added = new ArrayList<>();
                    List<Optional<Freeze>> kept =
                            rows.stream().map(row -> keep(row, live, added)).toList();
                    return Panache.getSession()
                            .chain(session ->
                                    session.setBatchSize(MAX_IN_ONE_COMMIT).persistAll(added.toArray()))
                            .replaceWith(kept);
                }));
    }

    /** The freeze that stands afterwards; empty when it may not stand beside the others. */
    private static Optional<Freeze> keep(New row, List<Freeze> live, List<FreezeEntity> added) {
        List<Freeze> onAccount = live.stream()
                .filter(other -> other.application().account().key().equals(row.account()))
                .toList();
        Optional<Freeze> ofCase = onAccount.stream()
                .filter(other -> other.caseId().equals(row.freeze().caseId()))
                .findFirst();
        if (ofCase.isPresent()
                || (!onAccount.isEmpty() && takesSurplus(row.freeze().application()))) {
            return ofCase;
        }
        FreezeEntity entity = FreezeEntity.of(row.freeze());
        entity.dueAt = row.dueAt();
        // Until an answer is booked, its stop must await it: whoever finds that due later sees to it.
        entity.bookingDueAt = row.dueAt();
        added.add(entity);
        live.add(row.freeze());
        return Optional.of(row.freeze());
    }

    /** More than its own money on the account only the case freezes that freezes first. */
    private static boolean takesSurplus(FreezeApplication application) {
        return application
                .amount()
                .filter(sum -> sum.compareTo(application.tainted()) > 0)
                .isPresent();
    }

    private static TreeSet<String> names(List<New> rows) {
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row ->
                names.add(row.account().institutionCode() + "/" + row.account().number()));
        return names;
    }

    private static Uni<List<Freeze>> liveOn(List<New> rows) {
        return RowsByKey.list(
                        FreezeEntity.class,
                        LIVE,
                        Map.of(
                                "codes",
                                texts(rows, AccountRef.Key::institutionCode),
                                "numbers",
                                texts(rows, AccountRef.Key::number)))
                .map(found -> {
                    List<Freeze> live = new ArrayList<>();
                    found.forEach(row -> live.add(row.freeze()));
                    return live;
                });
    }

    private static String[] texts(List<New> rows, Function<AccountRef.Key, String> field) {
        return rows.stream().map(New::account).distinct().map(field).toArray(String[]::new);
    }
}
