package org.stoppayment.recovery.eligibility.domain;

/**
 * What must be so before a victim gets money from an account; each with where it comes from. [?]: to be confirmed by a lawyer. That the
 * return is approved at city level or higher belongs to the approval of a plan, which is not built.
 */
public enum RefundCondition {
    /** The account is frozen: a stop is not enough. */
    FROZEN("银监发〔2016〕41号 Art. 2"),
    /** The case is filed (立案). */
    CASE_FILED("银监发〔2016〕41号 Art. 5 [?]"),
    /** The victim's identity is verified. */
    IDENTITY_VERIFIED("银监发〔2016〕41号 Art. 6 [?]"),
    /** Some of the money on the account is the victim's. */
    TRACED("银监发〔2016〕41号 Art. 8"),
    /** The bookings of the account, and of those that paid it, are complete. */
    STATEMENT_COMPLETE("银监发〔2016〕41号 Art. 8"),
    /** Nobody disputes whose money it is. */
    NO_DISPUTE("银监发〔2016〕41号 Art. 4: 权属明确"),
    /** Who acts for the victim has an authority. */
    AGENT_AUTHORISED("银监发〔2016〕41号 Art. 6 [?]"),
    /** Each transfer of the victim that names no payer account, such as cash, matches a booking, or an officer confirmed it. */
    DEPOSIT_CONFIRMED("银监发〔2016〕41号 Art. 8 [?]"),
    /** It is known to which account of the victim the money goes: the one that paid, or another that an officer verified. */
    REFUND_ACCOUNT_KNOWN("银监发〔2016〕41号 Art. 12 [?]");

    private final String article;

    RefundCondition(String article) {
        this.article = article;
    }

    /** The article that it comes from. */
    public String article() {
        return article;
    }
}
