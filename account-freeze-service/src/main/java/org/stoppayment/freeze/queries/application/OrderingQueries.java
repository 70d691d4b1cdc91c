package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.queries.application.CaseAccounts.CaseAccount;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.PageOfQuery;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.freeze.queries.domain.QueryBasis;
import org.stoppayment.freeze.queries.domain.Question;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Orders queries about accounts that a case knows. A query needs no filing (银发〔2016〕86号; 程序规定 Art. 237, 238). */
@ApplicationScoped
public class OrderingQueries {

    private final FiledCases cases;
    private final CaseAccounts accounts;
    private final Queries queries;
    private final SendingQueries sending;
    private final HoldRules rules;
    private final InstantSource clock;
    private final Ids ids;

    OrderingQueries(
            FiledCases cases,
            CaseAccounts accounts,
            Queries queries,
            SendingQueries sending,
            HoldRules rules,
            InstantSource clock,
            Ids ids) {
        this.cases = cases;
        this.accounts = accounts;
        this.queries = queries;
        this.sending = sending;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes a query durable and sends it; does not wait for the institution.
     *
     * @return the query, or the undecided one that asks the same
     */
    public Uni<AccountQuery> order(QueryRequest request) {
        Instant now = clock.instant();
        QueryInput.require(request, now);
        CaseId caseId = new CaseId(Ids.parse(request.caseId()).orElseThrow());
        AccountRef.Key account =
                new AccountRef.Key(request.institutionCode(), AccountNumber.normalise(request.accountNumber()));
        return cases.find(caseId).chain(filed -> accounts.find(caseId, account)
                .map(found -> requireOpen(requireKnown(found, account), filed))
                .chain(known -> place(application(request, caseId, known, filed, now))));
    }

    /** Makes a query durable and sends it. */
    Uni<AccountQuery> place(QueryApplication application) {
        AccountQuery query = AccountQuery.queued(application.page().first(), application);
        Instant leaseEnd = sending.endOfLease();
        return queries.insert(query, leaseEnd).invoke(kept -> {
            if (kept.id().equals(query.id())) {
                sending.begin(kept, leaseEnd);
            }
        });
    }

    private QueryApplication application(
            QueryRequest request, CaseId caseId, CaseAccount known, Optional<FiledCase> filed, Instant now) {
        ApplicationId id = ids.newApplicationId();
        return new QueryApplication(
                caseId,
                known.account(),
                question(request, known, now),
                PageOfQuery.first(id),
                basis(request, known, filed),
                request.reason().isBlank() ? known.reason() : request.reason(),
                request.officer(),
                now);
    }

    private Question question(QueryRequest request, CaseAccount known, Instant now) {
        return switch (request.kind().orElseThrow()) {
            case TRANSACTIONS -> transactions(request.since(), known);
            case WATCH ->
                Question.watch(
                        DatabaseTime.truncated(requireShort(request.until().orElseThrow(), now)));
            default -> Question.of(request.kind().orElseThrow());
        };
    }

    private static Question transactions(Optional<Instant> since, CaseAccount known) {
        Instant first = since.map(DatabaseTime::truncated)
                .or(known::moneySince)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        "since", "MISSING", "value: none (expected: a moment; nobody told when the money came)"));
        return Question.transactions(first, known.isCoveredSince(first));
    }

    private Instant requireShort(Instant until, Instant now) {
        Instant last = rules.longestWatch().endFrom(now);
        if (until.isAfter(last)) {
            throw new ServiceException.Refusal(
                    "WATCH_TOO_LONG", "until: " + until + " (expected: at the latest " + last + ")");
        }
        return until;
    }

    /** An approval makes the query rest on the filing. Without one it rests on the emergency, as the stop did. */
    private QueryBasis basis(QueryRequest request, CaseAccount known, Optional<FiledCase> filed) {
        return request.measure()
                .map(measure -> QueryBasis.filed(filing(measure, filed)))
                .orElseGet(() -> QueryBasis.emergency(
                        known.organisation().isBlank() ? request.officer().organisation() : known.organisation(),
                        Optional.of(known.reportedAt())));
    }

    private LegalBasis filing(Measure measure, Optional<FiledCase> filed) {
        FiledCase found = filed.orElseThrow(() -> new ServiceException.Refusal(
                "CASE_NOT_FILED", "the case is not filed (expected: a filed case, or no approval)"));
        return new LegalBasis(
                found.number(),
                found.organisation(),
                HoldInput.digest(measure),
                HoldInput.approver(measure, rules.approval(false)));
    }

    private static CaseAccount requireKnown(Optional<CaseAccount> found, AccountRef.Key account) {
        return found.orElseThrow(() -> new ServiceException.Refusal(
                "ACCOUNT_NOT_IN_CASE",
                "account " + account + " (expected: a payee or payer of the case, or an account of its trace)"));
    }

    private static CaseAccount requireOpen(CaseAccount known, Optional<FiledCase> filed) {
        if (known.withdrawn() || filed.filter(FiledCase::closed).isPresent()) {
            throw new ServiceException.Refusal(
                    "CASE_CLOSED", "the case is closed or withdrawn (expected: an open case)");
        }
        return known;
    }
}
