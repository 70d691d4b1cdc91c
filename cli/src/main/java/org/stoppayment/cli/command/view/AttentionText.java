package org.stoppayment.cli.command.view;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.CaseAttention;

/** What of a case needs attention, in words. */
public final class AttentionText {

    private AttentionText() {}

    /** A suffix for the state of a case, such as {@code , needs attention (DECLINED 1, UNKNOWN 134,000.00)}; empty when nothing does. */
    public static String suffix(Console console, List<CaseAttention> reasons) {
        return reasons.isEmpty() ? "" : console.text(ViewText.ATTENTION_SUFFIX, reasons(console, reasons));
    }

    /** The reasons: orders are counted, of money the sum is shown. */
    public static String reasons(Console console, List<CaseAttention> reasons) {
        return console.texts()
                .listed(reasons.stream().map(reason -> reason(console, reason)).toList());
    }

    private static String reason(Console console, CaseAttention of) {
        boolean money = of.getReason() == AttentionReason.ATTENTION_REASON_UNKNOWN
                || of.getReason() == AttentionReason.ATTENTION_REASON_UNHELD;
        return console.vocabulary().value(of.getReason()) + " "
                + (money ? Formats.yuan(of.getAtRiskFen()) : of.getItems());
    }
}
