package org.stoppayment.cli.command.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.ApproverOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The legal document and the approval of a query of a filed case; without them it rests on the emergency. */
final class ApprovalOptions {

    @Option(
            names = "--approver",
            paramLabel = "ORG/BADGE",
            description = "Who approved the query of a filed case (批准人), such as 'Shanghai police/100001'.")
    private @Nullable String approver;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Level of the chief who approved it: county or city.")
    private ApproverOption.@Nullable Level level;

    @Mixin
    private DocumentOption document = new DocumentOption();

    /** Fails unless all of it is given, or nothing. */
    void check(Context context) {
        document.check();
        Optional<String> digest = document.digest(context);
        boolean isAny = approver != null || level != null || digest.isPresent();
        boolean isAll = approver != null && level != null && digest.isPresent();
        if (isAny && !isAll) {
            throw CliException.usage(QueryText.APPROVAL_INCOMPLETE);
        }
        if (approver != null && level != null) {
            ApproverOption.approver(approver, level);
        }
    }

    /** Adds it to a request. */
    void addTo(OrderQueryRequest.Builder request, Context context) {
        if (approver != null && level != null) {
            request.setApprover(ApproverOption.approver(approver, level));
            document.digest(context).ifPresent(request::setDocumentDigest);
        }
    }
}
