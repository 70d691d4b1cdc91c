package org.stoppayment.cli.command.objection;

import org.stoppayment.cli.text.TextKey;

/** What the commands about objections say. */
enum ObjectionText implements TextKey {
    APPROVAL_NOT_ALLOWED,
    NO_OBJECTIONS,
    OBJECTION_LINE,
    CASE_LINE,
    ACCOUNT_LINE,
    HELD_LINE,
    OBJECTOR_LINE,
    GROUNDS_LINE,
    STATEMENT_LINE,
    EVIDENCE_LINE,
    ADDED_LINE,
    OWNER_LINE,
    TAKEN_LINE,
    DUE_LINE,
    DECIDED_LINE,
    REASON_LINE,
    DOCUMENT_LINE,
    APPROVED_LINE,
    RELEASE_LINE,
    FAILED_LINE,
    CLOSED_LINE,
    APPROVER,
    DECIDE_QUESTION,
    FOLLOW
}
