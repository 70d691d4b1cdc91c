package org.stoppayment.freeze.orders.domain.views;

import java.util.List;
import org.stoppayment.kernel.Money;

/**
 * What of a case a person should look at and nobody has closed.
 *
 * @param parts by reason, in the order of the reasons
 */
public record CaseAttention(List<Part> parts) {

    /** Nothing needs attention. */
    public static final CaseAttention NONE = new CaseAttention(List.of());

    /** Why a person should look at a case's money on an account. */
    public enum Reason {
        /** The institution, or a rule here, declined the order, and no newer one has taken its place. */
        DECLINED,
        /** Another authority holds the account. */
        HELD_BY_OTHER,
        /** The order waits for a person. */
        MANUAL,
        /** The money was held and is held no longer, and the case did not end that. */
        UNHELD,
        /** Nothing is awaited, and more money than the rules allow has not been located. */
        UNKNOWN
    }

    /**
     * What a case has of one reason.
     *
     * @param reason why
     * @param items number of accounts
     * @param atRisk money on them
     */
    public record Part(Reason reason, int items, Money atRisk) {}

    /** True when anything needs attention. */
    public boolean isNeeded() {
        return !parts.isEmpty();
    }
}
