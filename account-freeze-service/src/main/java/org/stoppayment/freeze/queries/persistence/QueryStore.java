package org.stoppayment.freeze.queries.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.queries.application.Queries;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.shared.persistence.AdvisoryLock;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.ApplicationId;

/** Queries in Postgres. */
@ApplicationScoped
class QueryStore implements Queries, PanacheRepositoryBase<QueryEntity, UUID> {

    private static final Set<QueryState> UNDECIDED =
            Arrays.stream(QueryState.values()).filter(QueryState::isUndecided).collect(Collectors.toUnmodifiableSet());

    private final UnitOfWork units;
    private final QueryChanges changes;
    private final QueryAnswerRepository answers;
    private final WatchReportRepository reports;
    private final SendingConfig config;
    private final InstantSource clock;

    QueryStore(
            UnitOfWork units,
            QueryChanges changes,
            QueryAnswerRepository answers,
            WatchReportRepository reports,
            SendingConfig config,
            InstantSource clock) {
        this.units = units;
        this.changes = changes;
        this.answers = answers;
        this.reports = reports;
        this.config = config;
        this.clock = clock;
    }

    /** Requests of one case follow each other, so that the second finds the query of the first. */
    @Override
    public Uni<AccountQuery> insert(AccountQuery query, Instant dueAt) {
        return units.transaction(() -> AdvisoryLock.take("query", query.caseId())
                .chain(() -> list(
                        "caseId = ?1 and state in ?2 and page = 1 order by applicationId",
                        query.caseId().value(),
                        UNDECIDED))
                .chain(undecided -> undecided.stream()
                        .map(QueryEntity::query)
                        .filter(query::isRepeatedBy)
                        .findFirst()
                        .map(same -> Uni.createFrom().item(same))
                        .orElseGet(() -> {
                            QueryEntity row = QueryEntity.of(query);
                            row.dueAt = dueAt;
                            return persist(row).replaceWith(query);
                        })));
    }

    @Override
    public Uni<Optional<AccountQuery>> find(ApplicationId id) {
        return units.reading(() -> findById(id.value()).map(QueryStore::query));
    }

    @Override
    public Uni<List<AccountQuery>> list(Filter filter, Optional<ApplicationId> after, int max) {
        return units.reading(() -> {
            List<String> conditions = new ArrayList<>(List.of("1 = 1"));
            Parameters parameters = new Parameters();
            filter.caseId().ifPresent(caseId -> {
                conditions.add("caseId = :caseId");
                parameters.and("caseId", caseId.value());
            });
            if (!filter.states().isEmpty()) {
                conditions.add("state in :states");
                parameters.and("states", filter.states());
            }
            after.ifPresent(last -> {
                conditions.add("applicationId < :last");
                parameters.and("last", last.value());
            });
            return queries(find(String.join(" and ", conditions) + " order by applicationId desc", parameters)
                    .page(0, max));
        });
    }

    @Override
    public Uni<List<AccountQuery>> pages(ApplicationId first) {
        return units.reading(() -> queries(find("firstId = ?1 order by page", first.value())));
    }

    @Override
    public Uni<Optional<AccountQuery>> nextPage(ApplicationId id) {
        return units.reading(() -> find("previousId", id.value()).firstResult().map(QueryStore::query));
    }

    @Override
    public Uni<Optional<AccountQuery>> endOf(ApplicationId watch) {
        return units.reading(() -> find("watchId = ?1 order by applicationId desc", watch.value())
                .firstResult()
                .map(QueryStore::query));
    }

    @Override
    public Uni<Map<ApplicationId, String>> answers(Collection<ApplicationId> ids) {
        return units.reading(() -> answers.of(ids));
    }

    @Override
    public Uni<List<StoredReport>> reports(ApplicationId watch, int max) {
        return units.reading(() -> reports.newest(watch, max));
    }

    @Override
    public Uni<Map<ApplicationId, Integer>> countReports(Collection<ApplicationId> watches) {
        return units.reading(() -> reports.count(watches));
    }

    @Override
    public Uni<Optional<Changed>> change(ApplicationId id, Function<AccountQuery, Optional<Change>> change) {
        return units.transaction(() -> locked(id).chain(row -> {
            AccountQuery before = row.query();
            return change.apply(before)
                    .map(wanted -> changes.write(row, before, wanted, clock.instant()))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        }));
    }

    /** The row of a query, locked until the transaction of the caller ends. */
    private Uni<QueryEntity> locked(ApplicationId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("query " + id + " is not stored"));
    }

    @Override
    public Uni<List<AccountQuery>> claimDue(Instant now, Duration lease, int max, Set<String> full) {
        String condition = full.isEmpty() ? "dueAt <= :now" : "dueAt <= :now and account.institutionCode not in :full";
        Map<String, Object> parameters = full.isEmpty() ? Map.of("now", now) : Map.of("now", now, "full", full);
        return units.transaction(
                () -> SkipLocked.list(QueryEntity.class, condition + " order by dueAt", parameters, max)
                        .map(rows -> rows.stream()
                                .map(row -> {
                                    row.dueAt = now.plus(lease);
                                    return row.query();
                                })
                                .toList()));
    }

    @Override
    public Uni<List<DueAnswer>> claimAnswers(Instant now, Duration lease, int max) {
        return units.transaction(() -> SkipLocked.list(
                        QueryEntity.class, "answerDueAt <= :now order by answerDueAt", Map.of("now", now), max)
                .chain(rows -> claimed(rows, now.plus(lease))));
    }

    @Override
    public Uni<Optional<DueAnswer>> claimAnswer(ApplicationId id) {
        return units.transaction(() -> find("applicationId = ?1 and answerDueAt is not null", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> claimed(rows, clock.instant().plus(config.lease())))
                .map(found -> found.stream().findFirst()));
    }

    private Uni<List<DueAnswer>> claimed(List<QueryEntity> rows, Instant leaseEnd) {
        Uni<List<DueAnswer>> all = Uni.createFrom().item(new ArrayList<>());
        for (QueryEntity row : rows) {
            row.answerDueAt = leaseEnd;
            all = all.chain(found -> reports.unapplied(row.applicationId).map(told -> {
                found.add(new DueAnswer(row.query(), row.answerRevision, told));
                return found;
            }));
        }
        return all;
    }

    @Override
    public Uni<Void> applied(DueAnswer answer) {
        return units.transaction(() -> locked(answer.query().id())
                .invoke(row -> {
                    if (row.answerRevision == answer.revision()) {
                        row.answerDueAt = mayHaveMore(answer) ? clock.instant() : null;
                    }
                })
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> reports.applied(answer.query().id(), answer.reports())));
    }

    /** A step applies only so many reports: the next step applies those that are left. */
    private static boolean mayHaveMore(DueAnswer answer) {
        return answer.reports().size() == WatchReportRepository.MAX_UNAPPLIED;
    }

    private static Optional<AccountQuery> query(@Nullable QueryEntity row) {
        return Optional.ofNullable(row).map(QueryEntity::query);
    }

    private static Uni<List<AccountQuery>> queries(PanacheQuery<QueryEntity> found) {
        return found.list().map(rows -> rows.stream().map(QueryEntity::query).toList());
    }
}
