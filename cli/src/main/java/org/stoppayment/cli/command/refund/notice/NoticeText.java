package org.stoppayment.cli.command.refund.notice;

import org.stoppayment.cli.text.TextKey;

/** What the commands about notices of plans say. */
enum NoticeText implements TextKey {
    READY,
    BLOCKED,
    UNMET_LINE,
    NOTICE_LINE,
    NO_NOTICE,
    PUBLISH_QUESTION,
    PUBLISHED,
    OBJECTION_LINE,
    OBJECTOR_LINE,
    STATEMENT_LINE,
    DUE_LINE,
    DECIDED_LINE,
    DECIDE_WITH
}
