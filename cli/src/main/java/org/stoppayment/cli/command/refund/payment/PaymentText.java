package org.stoppayment.cli.command.refund.payment;

import org.stoppayment.cli.text.TextKey;

/** What the commands about approvals and payments say. */
enum PaymentText implements TextKey {
    DIGEST_INVALID,
    DIGEST_DIFFERS,
    PREVIEW_PLAN,
    PREVIEW_ACCOUNT,
    PREVIEW_PAYOUT,
    PREVIEW_TOTAL,
    PREVIEW_DIGEST,
    PAYEE,
    NO_PAYEE,
    APPROVAL,
    SUBMITTED,
    DECIDED,
    GRANTED,
    DOCUMENT,
    REJECTED_BECAUSE,
    DECIDED_BEFORE,
    SUBMIT_QUESTION,
    APPROVE_QUESTION,
    PAY_QUESTION,
    APPROVE_WITH,
    PAY_WITH,
    FOLLOW_WITH,
    ENDED_OF,
    NO_PAYMENTS,
    RESOLVED,
    PAID_OR_NOT,
    RECEIPT_OF_NOTHING,
    RECEIPT_INCOMPLETE,
    MOMENT_INVALID
}
