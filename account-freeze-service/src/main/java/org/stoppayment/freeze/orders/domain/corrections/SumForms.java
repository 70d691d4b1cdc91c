package org.stoppayment.freeze.orders.domain.corrections;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason;
import org.stoppayment.kernel.Money;

/** The sums that a mistaken unit makes of a sum: yuan for fen, 万 or 亿 left out or added. Whole fen, within the limits of the contract. */
final class SumForms {

    private static final long HUNDRED = 100;
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;

    private SumForms() {}

    /** The other sums, in fen, each with its reason. */
    static Map<Long, Reason> of(long fen) {
        Map<Long, Reason> forms = new LinkedHashMap<>();
        multiplied(fen, HUNDRED, Reason.TIMES_100, forms);
        multiplied(fen, TEN_THOUSAND, Reason.TIMES_10_000, forms);
        multiplied(fen, HUNDRED_MILLION, Reason.TIMES_100_000_000, forms);
        divided(fen, HUNDRED, Reason.DIVIDED_BY_100, forms);
        divided(fen, TEN_THOUSAND, Reason.DIVIDED_BY_10_000, forms);
        divided(fen, HUNDRED_MILLION, Reason.DIVIDED_BY_100_000_000, forms);
        return forms;
    }

    private static void multiplied(long fen, long by, Reason reason, Map<Long, Reason> forms) {
        if (fen <= Money.MAX_FEN / by) {
            forms.put(fen * by, reason);
        }
    }

    private static void divided(long fen, long by, Reason reason, Map<Long, Reason> forms) {
        if (fen % by == 0) {
            forms.put(fen / by, reason);
        }
    }
}
