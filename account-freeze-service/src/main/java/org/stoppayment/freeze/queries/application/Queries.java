package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryAnswer.Report;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Port: durable queries. */
public interface Queries {

    /**
     * What is to be written of a query that has changed.
     *
     * @param query as it stands now
     * @param dueAt when it is due next; empty when never
     * @param nextPage the query for the next page, due at once; it is written once for each query
     * @param report of a watch; it is written once
     * @param content of the answer, when another one is kept now
     */
    record Change(
            AccountQuery query,
            Optional<Instant> dueAt,
            Optional<AccountQuery> nextPage,
            Optional<Report> report,
            Optional<String> content) {

        /** Another state, or another due time. */
        static Change of(AccountQuery query, Optional<Instant> dueAt) {
            return new Change(query, dueAt, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A query that has changed.
     *
     * @param query as it stands now
     * @param nextPage the query for the next page, if it is new
     * @param toApply true when what it was told must be applied
     */
    record Changed(AccountQuery query, Optional<AccountQuery> nextPage, boolean toApply) {}

    /**
     * A query of which something that it was told must be applied.
     *
     * @param query as it stood when this was claimed
     * @param revision grows with each thing that it was told
     * @param reports of its watch that have not been applied; not all when there are many: then it stays due
     */
    record DueAnswer(AccountQuery query, int revision, List<StoredReport> reports) {}

    /**
     * A report of a watch.
     *
     * @param key of the report within its watch
     * @param content as it is stored
     */
    record StoredReport(String key, String content) {

        /** Safe for logs. */
        @Override
        public String toString() {
            return "report " + key;
        }
    }

    /**
     * Which queries to list.
     *
     * @param caseId of the case; empty for all
     * @param states in which they stand; empty for all
     */
    record Filter(Optional<CaseId> caseId, Set<QueryState> states) {}

    /**
     * Makes a query durable, due at {@code dueAt}.
     *
     * @return the undecided query of its case that asks the same: this one, or an earlier one
     */
    Uni<AccountQuery> insert(AccountQuery query, Instant dueAt);

    /** A query. */
    Uni<Optional<AccountQuery>> find(ApplicationId id);

    /** Queries, the newest first. */
    Uni<List<AccountQuery>> list(Filter filter, Optional<ApplicationId> after, int max);

    /** The queries for the pages of one answer, the first page first. */
    Uni<List<AccountQuery>> pages(ApplicationId first);

    /** The query for the next page; empty when there is none. */
    Uni<Optional<AccountQuery>> nextPage(ApplicationId id);

    /** The last query that ends a watch; empty when there is none. */
    Uni<Optional<AccountQuery>> endOf(ApplicationId watch);

    /** What queries were answered, as it is stored; those without an answer are left out. */
    Uni<Map<ApplicationId, String>> answers(Collection<ApplicationId> ids);

    /** The newest reports of a watch, as they came. */
    Uni<List<StoredReport>> reports(ApplicationId watch, int max);

    /** Number of reports of each watch; those without reports are left out. */
    Uni<Map<ApplicationId, Integer>> countReports(Collection<ApplicationId> watches);

    /**
     * Changes a query. Its row is locked before it is read, so that no change is lost.
     *
     * @param change of the query as it stands; empty when there is nothing to write
     * @return what was written; empty when nothing was, also because a report was stored before
     */
    Uni<Optional<Changed>> change(ApplicationId id, Function<AccountQuery, Optional<Change>> change);

    /**
     * Claims due queries: for {@code lease} no other replica gets them.
     *
     * @param full institutions that take no more messages now; what is due there is left
     */
    Uni<List<AccountQuery>> claimDue(Instant now, Duration lease, int max, Set<String> full);

    /** Claims queries of which something must be applied: for {@code lease} no other replica gets them. */
    Uni<List<DueAnswer>> claimAnswers(Instant now, Duration lease, int max);

    /** The query, if something of it must be applied; it is due at a later time as well, in case this process dies. */
    Uni<Optional<DueAnswer>> claimAnswer(ApplicationId id);

    /** Notes that what was claimed is applied; what it was told since stays due, and so do reports that were not claimed. */
    Uni<Void> applied(DueAnswer answer);
}
