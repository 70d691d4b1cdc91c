package org.stoppayment.freeze.orders.persistence;

import org.stoppayment.kernel.ResultCode;

/**
 * Which orders a case sees on an account that it has a claim on, and which of them comes first: written once, for all that show
 * them and for the books.
 */
public final class OrderConflictSql {

    /**
     * Before all others the order that the money is or was held under: the live one, else the newest; else the live one that has
     * not come to that; else the newest. So an account that is stopped again stays where the ended stop left it until the new
     * one is in effect.
     */
    public static final String FOREMOST_FIRST = "counted DESC, live DESC, placed_at DESC, application_id DESC";

    private OrderConflictSql() {}

    /**
     * The condition on a {@code stop_order} of the account: the case's own, and others' that were live while it was claimed.
     * Another's that was declined is no news: the case has its own order, or one that waits and goes out now; unless the rules
     * allow no further stop.
     *
     * @param caseId the case, as an SQL expression
     * @param claimedAt when it claimed the account, likewise; null when it has not
     */
    public static String by(String caseId, String claimedAt) {
        return """
                (stop_order.case_id = %s OR stop_order.ended_at IS NULL OR stop_order.ended_at > %s
                 AND (stop_order.state <> 'DECLINED' OR stop_order.result_code = '%s'))
                """.formatted(caseId, claimedAt, ResultCode.STOP_COUNT_EXCEEDED.value());
    }
}
