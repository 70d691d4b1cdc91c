package org.stoppayment.freeze.queries.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.freeze.queries.application.Queries.StoredReport;
import org.stoppayment.freeze.queries.domain.QueryAnswer.Report;
import org.stoppayment.kernel.ids.ApplicationId;

/** Reports of watches. All calls run in the session of the caller. */
@ApplicationScoped
class WatchReportRepository implements PanacheRepositoryBase<WatchReportEntity, WatchReportEntity.Key> {

    /** Reports of a watch that are applied in one step. */
    static final int MAX_UNAPPLIED = 100;

    /** Stores a report; false when it is stored already. The watch is locked. */
    Uni<Boolean> store(ApplicationId watch, Report report, Instant at) {
        return count("applicationId = ?1 and reportKey = ?2", watch.value(), report.key())
                .chain(stored -> stored > 0
                        ? Uni.createFrom().item(false)
                        : persist(WatchReportEntity.of(watch, report, at)).replaceWith(true));
    }

    /** The newest reports, as they came. */
    Uni<List<StoredReport>> newest(ApplicationId watch, int max) {
        return find("applicationId = ?1 order by receivedAt desc, sequence desc, reportKey desc", watch.value())
                .page(0, max)
                .list()
                .map(rows -> {
                    Collections.reverse(rows);
                    return rows.stream().map(WatchReportEntity::report).toList();
                });
    }

    /** What has not been applied, as it came; at most {@link #MAX_UNAPPLIED}, the first. */
    Uni<List<StoredReport>> unapplied(UUID watch) {
        return find("applicationId = ?1 and not applied order by receivedAt, sequence, reportKey", watch)
                .page(0, MAX_UNAPPLIED)
                .list()
                .map(rows -> rows.stream().map(WatchReportEntity::report).toList());
    }

    Uni<Void> applied(ApplicationId watch, List<StoredReport> reports) {
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : update(
                                "applied = true where applicationId = ?1 and reportKey in ?2",
                                watch.value(),
                                reports.stream().map(StoredReport::key).toList())
                        .replaceWithVoid();
    }

    Uni<Map<ApplicationId, Integer>> count(Collection<ApplicationId> watches) {
        return watches.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : find(
                                "select applicationId, count(*) from WatchReportEntity where applicationId in ?1 group by applicationId",
                                watches.stream().map(ApplicationId::value).toList())
                        .project(Counted.class)
                        .list()
                        .map(counts -> counts.stream()
                                .collect(Collectors.toMap(
                                        one -> new ApplicationId(one.watch()), one -> Math.toIntExact(one.reports()))));
    }

    /** Number of reports of a watch. */
    record Counted(UUID watch, long reports) {}
}
