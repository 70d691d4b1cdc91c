package org.stoppayment.freeze.queries.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.domain.DeliveryProgress;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ResultCode.Meaning;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A query of a case about an account (即时查询). It holds nothing and changes nothing at the institution, except that a watch begins or
 * ends. Immutable; each change makes a new instance, as {@link QueryTransitions} says.
 *
 * @param id made before it is sent and the same for every attempt
 * @param application what is asked
 * @param state where it stands
 * @param progress how delivering it has gone
 * @param resultCode the last one, empty before the first
 * @param manualReason why a person must ask; empty otherwise
 * @param answer what was answered; empty before
 */
public record AccountQuery(
        ApplicationId id,
        QueryApplication application,
        QueryState state,
        DeliveryProgress progress,
        String resultCode,
        String manualReason,
        Optional<KeptAnswer> answer) {

    /** How long the institution is asked for what it owes of an answer. */
    private static final Duration ASKED_FOR_REST = Duration.ofDays(1);

    /** A query that was made and has not been sent. */
    public static AccountQuery queued(ApplicationId id, QueryApplication application) {
        return new AccountQuery(id, application, QueryState.QUEUED, DeliveryProgress.NONE, "", "", Optional.empty());
    }

    public CaseId caseId() {
        return application.caseId();
    }

    /** What it asks. */
    public QueryKind kind() {
        return application.question().kind();
    }

    /** The query after {@code event}; empty when the event says nothing new. */
    public Optional<AccountQuery> after(QueryEvent event, Instant at) {
        return QueryTransitions.next(state, event.kind()).map(next -> moved(next, event, at));
    }

    /** The query with an institution's answer; empty when it says nothing new. */
    public Optional<AccountQuery> answered(QueryAnswer said, Instant at) {
        QueryEvent event = QueryEvent.of(said, kind());
        Optional<AccountQuery> moved = after(event, at);
        Optional<KeptAnswer> kept = kept(said, at);
        return kept.equals(answer) ? moved : Optional.of(moved.orElse(this).with(kept));
    }

    /** The query after an inquiry after which it must be asked again. */
    public AccountQuery afterInquiry(Instant at) {
        return with(state, progress.failed(at), manualReason);
    }

    /** True when the institution answered and owes a part of the answer. */
    public boolean awaitsRest(Instant now) {
        return state == QueryState.ANSWERED
                && answer.filter(kept ->
                                !kept.isWhole() && now.isBefore(kept.at().plus(ASKED_FOR_REST)))
                        .isPresent();
    }

    /** True when the institution must be asked again: it has not answered what was asked, or it owes a part of it. */
    public boolean needsInquiry(Instant now) {
        return state == QueryState.IN_DOUBT || awaitsRest(now);
    }

    /** The query for the page that follows {@code said}, the answer to this one; empty when there is none. */
    public Optional<AccountQuery> nextPage(QueryAnswer said, ApplicationId nextId, Instant at) {
        return said.isDone()
                        && said.missing(kind()).isEmpty()
                        && state == QueryState.ANSWERED
                        && kind().mayBeIncomplete()
                ? application
                        .page()
                        .after(id, said.nextPageToken())
                        .map(page -> queued(nextId, application.forPage(page, at)))
                : Optional.empty();
    }

    /** True while {@code other} of its case would ask the same of the same institution. */
    public boolean isRepeatedBy(AccountQuery other) {
        return application.account().key().equals(other.application.account().key())
                && application.question().asksTheSameAs(other.application.question());
    }

    private Optional<KeptAnswer> kept(QueryAnswer said, Instant at) {
        boolean isReportOnly = said.report().isPresent() && said.parts().isEmpty();
        boolean saysNothing =
                !said.isDone() && (answer.isPresent() || said.code().meaning() != Meaning.DECLINED);
        if (isReportOnly || saysNothing) {
            return answer;
        }
        Instant answeredAt =
                answer.filter(KeptAnswer::hasPart).map(KeptAnswer::at).orElse(at);
        KeptAnswer next = KeptAnswer.of(said, kind(), answeredAt);
        return answer.filter(before -> !next.replaces(before)).or(() -> Optional.of(next));
    }

    private AccountQuery moved(QueryState next, QueryEvent event, Instant at) {
        return new AccountQuery(
                id,
                application,
                next,
                progress(event.kind(), at),
                code(event),
                next == QueryState.MANUAL ? event.detail() : "",
                answer);
    }

    /** What the institution said of an attempt is not why the query was called off. */
    private String code(QueryEvent event) {
        return event.kind() == QueryEvent.Kind.CALLED_OFF
                ? ""
                : event.code().map(ResultCode::value).orElse(resultCode);
    }

    private DeliveryProgress progress(QueryEvent.Kind event, Instant at) {
        return switch (event) {
            case SENT -> progress.sent();
            case NOT_SENT -> progress.notSent();
            case UNANSWERED, OVERDUE, UNCLEAR -> progress.failed(at);
            case NOT_KNOWN, TAKEN -> progress.heardOf();
            case ANSWERED, DECLINED, NEEDS_PERSON, BUDGET_SPENT, CALLED_OFF -> progress.settled();
        };
    }

    private AccountQuery with(Optional<KeptAnswer> kept) {
        return new AccountQuery(id, application, state, progress, resultCode, manualReason, kept);
    }

    private AccountQuery with(QueryState next, DeliveryProgress nextProgress, String reason) {
        return new AccountQuery(id, application, next, nextProgress, resultCode, reason, answer);
    }
}
