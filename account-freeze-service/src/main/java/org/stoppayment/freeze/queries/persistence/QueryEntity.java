package org.stoppayment.freeze.queries.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.holds.persistence.ProgressColumns;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.KeptAnswer;
import org.stoppayment.freeze.queries.domain.PageOfQuery;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.queries.domain.Question;
import org.stoppayment.freeze.shared.persistence.AccountColumns;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** A query. */
@Entity
@Table(name = "account_query")
class QueryEntity {

    private static final String SEPARATOR = ",";

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "case_id")
    UUID caseId;

    @Embedded
    AccountColumns account;

    @Enumerated(EnumType.STRING)
    QueryKind kind;

    @Nullable
    Instant since;

    boolean covers;

    @Nullable
    Instant until;

    @Nullable
    @Column(name = "watch_id")
    UUID watchId;

    @Column(name = "first_id")
    UUID firstId;

    int page;

    @Nullable
    @Column(name = "previous_id")
    UUID previousId;

    @Column(name = "page_token")
    String pageToken;

    @Embedded
    StoredQueryBasis basis;

    String reason;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Enumerated(EnumType.STRING)
    QueryState state;

    @Embedded
    ProgressColumns progress;

    @Column(name = "result_code")
    String resultCode;

    @Column(name = "manual_reason")
    String manualReason;

    @Nullable
    @Column(name = "answer_digest")
    String answerDigest;

    @Column(name = "answer_has_part")
    boolean answerHasPart;

    @Column(name = "answer_complete")
    boolean answerComplete;

    /** Set by {@link #of}: a field that is set where it is declared makes Hibernate take a row that it has read for changed. */
    @Column(name = "answer_lacking")
    String answerLacking;

    @Nullable
    @Column(name = "answered_at")
    Instant answeredAt;

    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    @Nullable
    @Column(name = "answer_due_at")
    Instant answerDueAt;

    @Column(name = "answer_revision")
    int answerRevision;

    /** True when fund-recovery is to be told what was answered. Set by {@link #of}, and where an answer is written. */
    boolean unpublished;

    @Version
    int version;

    static QueryEntity of(AccountQuery query) {
        QueryApplication application = query.application();
        QueryEntity row = new QueryEntity();
        row.applicationId = query.id().value();
        row.caseId = application.caseId().value();
        row.account = AccountColumns.of(application.account());
        row.kind = query.kind();
        row.since = application.question().since().orElse(null);
        row.covers = application.question().covers();
        row.until = application.question().until().orElse(null);
        row.watchId = application.question().watch().map(ApplicationId::value).orElse(null);
        row.firstId = application.page().first().value();
        row.page = application.page().number();
        row.previousId = application.page().previous().map(ApplicationId::value).orElse(null);
        row.pageToken = application.page().token();
        row.basis = StoredQueryBasis.of(application.basis());
        row.reason = application.reason();
        row.orderedBy = StoredPerson.text(application.officer());
        row.requestedAt = application.requestedAt();
        row.answerLacking = "";
        row.unpublished = true;
        row.write(query);
        return row;
    }

    /** Writes what can change of a query. */
    void write(AccountQuery query) {
        state = query.state();
        progress = ProgressColumns.of(query.progress());
        resultCode = query.resultCode();
        manualReason = query.manualReason();
        query.answer().ifPresent(kept -> {
            answerDigest = kept.digest();
            answerHasPart = kept.hasPart();
            answerComplete = kept.complete();
            answerLacking = String.join(SEPARATOR, kept.lacking());
            answeredAt = kept.at();
        });
    }

    AccountQuery query() {
        return new AccountQuery(
                new ApplicationId(applicationId),
                application(),
                state,
                progress.progress(),
                resultCode,
                manualReason,
                answerDigest == null || answeredAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new KeptAnswer(answerDigest, answerHasPart, answerComplete, lacking(), answeredAt)));
    }

    private List<String> lacking() {
        return answerLacking.isEmpty()
                ? List.of()
                : Arrays.stream(answerLacking.split(SEPARATOR)).toList();
    }

    private QueryApplication application() {
        return new QueryApplication(
                new CaseId(caseId),
                account.account(),
                new Question(
                        kind,
                        Optional.ofNullable(since),
                        Optional.ofNullable(until),
                        Optional.ofNullable(watchId).map(ApplicationId::new),
                        covers),
                new PageOfQuery(
                        new ApplicationId(firstId),
                        page,
                        Optional.ofNullable(previousId).map(ApplicationId::new),
                        pageToken),
                basis.basis(),
                reason,
                StoredPerson.person(orderedBy),
                requestedAt);
    }
}
