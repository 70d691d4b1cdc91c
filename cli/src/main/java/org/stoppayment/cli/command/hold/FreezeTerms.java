package org.stoppayment.cli.command.hold;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.command.common.ApproverOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much a freeze is to hold, for how long, and what it rests on. */
final class FreezeTerms {

    @Option(
            names = "--limited",
            paramLabel = "SUM",
            description = "Freeze this sum in yuan, such as 140,000.00; without it, the case's money on the account.")
    private @Nullable String limited;

    @Option(
            names = "--full",
            description = "Freeze the whole account (全额冻结), with what comes in later. Needs a --reason.")
    private boolean full;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, 1..200 characters. Required with --full.")
    private String reason = "";

    @Option(
            names = "--major",
            description =
                    "Major or complex case (重大、复杂): a term of a year instead of six months, by a city's approval.")
    private boolean major;

    @Mixin
    private DocumentOption document = new DocumentOption();

    @Mixin
    private ApproverOption approver = new ApproverOption();

    /** Fails when they contradict each other, or something is missing. */
    void check() {
        if (full && limited != null) {
            throw CliException.usage(HoldText.ONE_MODE);
        }
        if (full && reason.isBlank()) {
            throw CliException.usage(HoldText.FULL_NEEDS_REASON);
        }
        if (limited != null) {
            Yuan.typed("--limited", limited);
        }
        document.require();
        approver.check();
    }

    /** True when a sum or the whole account is asked for, and not the case's money. */
    boolean hasOwnSum() {
        return full || limited != null;
    }

    /** An order of them; fails when the document cannot be read. */
    OrderFreezeRequest.Builder request(Context context) {
        OrderFreezeRequest.Builder request = OrderFreezeRequest.newBuilder()
                .setMode(full ? FreezeMode.FREEZE_MODE_FULL : FreezeMode.FREEZE_MODE_LIMITED)
                .setReason(reason)
                .setMajorCase(major)
                .setApprover(approver.approver());
        document.digest(context).ifPresent(request::setDocumentDigest);
        if (limited != null) {
            request.setAmountFen(Yuan.typed("--limited", limited));
        }
        return request;
    }
}
