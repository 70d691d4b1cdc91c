package org.stoppayment.freeze.queries.domain;

import java.time.Instant;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What a case asks an institution. It never changes.
 *
 * @param caseId of the case
 * @param account that is asked about
 * @param question what is asked
 * @param page which page of the answer
 * @param basis what the query rests on
 * @param reason for the institution's books
 * @param officer who asks
 * @param requestedAt when
 */
public record QueryApplication(
        CaseId caseId,
        AccountRef account,
        Question question,
        PageOfQuery page,
        QueryBasis basis,
        String reason,
        Officer officer,
        Instant requestedAt) {

    /** The same question for another page; the suite asks by itself. */
    QueryApplication forPage(PageOfQuery next, Instant at) {
        return new QueryApplication(caseId, account, question, next, basis, reason, Officer.SYSTEM, at);
    }
}
