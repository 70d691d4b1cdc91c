package org.stoppayment.freeze.watch.application;

import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.kit.watch.ResumeToken;

/**
 * The summary of a case: enough to tell whether it has changed, and whether it is settled.
 *
 * @param token of its state, as far as that is ever shown
 * @param known true when the case has arrived
 * @param accounts number of accounts that its money has reached
 * @param settled true when no order waits for an institution or its bookings and all that is known of the money has been traced
 * @param total where the money is, all accounts together
 */
public record CaseOverview(ResumeToken token, boolean known, int accounts, boolean settled, ClaimBooks total) {}
