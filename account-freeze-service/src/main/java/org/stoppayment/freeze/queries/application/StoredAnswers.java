package org.stoppayment.freeze.queries.application;

import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.queries.domain.QueryAnswer;

/** Port: reads what institutions told, as it is stored. */
public interface StoredAnswers {

    /** An answer. */
    QueryAnswer answer(String content);

    /** What left the account by a report of a watch. */
    ReportedBookings report(String content);
}
