package org.stoppayment.cli.command.view;

import java.util.stream.Stream;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.TextKey;

/** Headings of columns. Numbers and sums are aligned to the right. */
public enum Heading implements TextKey {
    ACCEPTED,
    ACCOUNT,
    ACCOUNTS(Align.RIGHT),
    AFTER,
    AGE(Align.RIGHT),
    ALERT,
    APPLICATION_ID,
    APPROVER,
    AT,
    ATTENTION,
    AT_RISK(Align.RIGHT),
    AT_STAKE(Align.RIGHT),
    AUTHORITY,
    BALANCE(Align.RIGHT),
    BALANCE_HELD(Align.RIGHT),
    BANKS,
    BECAUSE,
    BEFORE,
    BINS,
    BOOKED(Align.RIGHT),
    CANDIDATES,
    CASE,
    CASES(Align.RIGHT),
    CASH(Align.RIGHT),
    CHANNEL,
    CLAIMED_AT,
    CODE,
    COUNTERPARTY,
    DECIDED,
    DECISION,
    DECLINED(Align.RIGHT),
    DETAIL,
    DIRECTION,
    DUE,
    ENDED,
    ENDPOINT,
    ENDS,
    ENGLISH_NAME,
    ENTRY,
    EVENT,
    FIELD,
    FIRST_CASE,
    FIRST_STOP_MS(Align.RIGHT),
    FRAUD,
    FROM_POSITION,
    FROZEN(Align.RIGHT),
    FULL_NAME,
    GONE_ON(Align.RIGHT),
    GROUNDS,
    GROUP,
    HELD(Align.RIGHT),
    HOLDS(Align.RIGHT),
    INSTITUTION,
    INSTITUTION_CODE,
    INTO_STOPPED_ACCOUNT,
    IN_EFFECT(Align.RIGHT),
    KIND,
    KNOWN,
    LAPSED(Align.RIGHT),
    LAST_PAID,
    LAST_STOPPED,
    LAST_STOP_AFTER(Align.RIGHT),
    LAST_STOP_MS(Align.RIGHT),
    LEFT(Align.RIGHT),
    LEVEL(Align.RIGHT),
    LIFTED(Align.RIGHT),
    LIFTED_AS_WRONG(Align.RIGHT),
    MADE,
    MEAN_AGE(Align.RIGHT),
    MERCHANTS(Align.RIGHT),
    MS_TO_ANSWER(Align.RIGHT),
    NAME,
    NOTES,
    NOT_MET,
    NOW,
    NUMBER(Align.RIGHT),
    OBJECTION,
    OFFICER,
    OF_OTHERS(Align.RIGHT),
    OF_THE_CASE(Align.RIGHT),
    OF_THE_HOLDER(Align.RIGHT),
    OLDEST(Align.RIGHT),
    OPENED,
    ORDERED(Align.RIGHT),
    ORDERS_NOW,
    ORIGIN,
    OTHER_CASE,
    OUTCOME,
    OVERHELD(Align.RIGHT),
    OVERHELD_YUAN_HOURS(Align.RIGHT),
    OWNER,
    PAID(Align.RIGHT),
    PAID_AT,
    PAYEE,
    PAYER,
    PHONE,
    PLACED,
    PLAN,
    PROPOSAL,
    PROPOSED,
    RAISED,
    REACHED,
    REASON,
    RECORDED,
    REFERENCE,
    REPORTED(Align.RIGHT),
    REPORTS(Align.RIGHT),
    RESTORED(Align.RIGHT),
    RETURNED(Align.RIGHT),
    RETURNED_IN_FULL(Align.RIGHT),
    SERIAL,
    SHORT_NAME,
    SINCE,
    STATE,
    STATUS,
    STOPPED,
    STOPPED_SHARE,
    STOPS(Align.RIGHT),
    STOP_ENDED,
    STOP_ENDS,
    SUM(Align.RIGHT),
    SURPLUS(Align.RIGHT),
    TAINTED(Align.RIGHT),
    TAINTED_HELD(Align.RIGHT),
    TAKE(Align.RIGHT),
    TAKEN_OVER(Align.RIGHT),
    TOLD(Align.RIGHT),
    TOOK_EFFECT(Align.RIGHT),
    TO_PAY(Align.RIGHT),
    TO_POSITION,
    TRANSFER,
    TRANSFERS(Align.RIGHT),
    TRANSFER_THERE,
    UNKNOWN(Align.RIGHT),
    UNTIL,
    VICTIM;

    private enum Align {
        LEFT,
        RIGHT
    }

    private final Align align;

    Heading() {
        this(Align.LEFT);
    }

    Heading(Align align) {
        this.align = align;
    }

    /** The heading as a {@link org.stoppayment.cli.output.Table} takes it. */
    public String of(Console console) {
        return (align == Align.RIGHT ? ">" : "") + console.text(this);
    }

    /** The headings as a {@link org.stoppayment.cli.output.Table} takes them. */
    public static String[] of(Console console, Heading... headings) {
        return Stream.of(headings).map(heading -> heading.of(console)).toArray(String[]::new);
    }
}
