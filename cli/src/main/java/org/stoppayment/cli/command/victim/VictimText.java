package org.stoppayment.cli.command.victim;

import org.stoppayment.cli.text.TextKey;

/** What the commands about victims say. */
enum VictimText implements TextKey {
    CASE_LINE,
    VICTIM_LINE,
    VERIFIED_LINE,
    NOT_VERIFIED_LINE,
    LOSS_LINE,
    RESTORED_LINE,
    OPEN_LOSS_LINE,
    DISPUTE_LINE,
    NO_DISPUTE_LINE,
    AGENT_LINE,
    AGENT_WITHOUT_AUTHORITY_LINE,
    NO_AGENT_LINE,
    DEPOSIT_LINE,
    REFUND_ACCOUNT_LINE,
    NO_REFUND_ACCOUNT_LINE,
    NAME_OR_NONE,
    AUTHORITY_OF_NOBODY,
    ACCOUNT_OR_ORIGINAL,
    ACCOUNT_INCOMPLETE,
    ACCOUNT_INVALID,
    SEE_PLANS
}
