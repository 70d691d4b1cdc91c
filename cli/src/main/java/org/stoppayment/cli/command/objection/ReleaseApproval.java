package org.stoppayment.cli.command.objection;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.ApproverOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Document and approval of a decision that lifts, changes or orders a freeze; all of it or nothing. */
final class ReleaseApproval {

    @Mixin
    private DocumentOption document = new DocumentOption();

    @Option(
            names = "--approver",
            paramLabel = "ORG/BADGE",
            description = "Who approved it (批准人): organisation and badge number, such as 'Shanghai police/100001'.")
    private @Nullable String approver;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Level of the chief who approved it: county, or city (a city with districts, or higher).")
    private ApproverOption.@Nullable Level level;

    /** True when nothing of it is given. */
    boolean isEmpty(Context context) {
        return approver == null && level == null && document.digest(context).isEmpty();
    }

    /** Fails when a part is missing, or the document is given twice. */
    void check(Context context) {
        document.check();
        boolean isComplete =
                approver != null && level != null && document.digest(context).isPresent();
        if (!isComplete && !isEmpty(context)) {
            throw CliException.usage(ObjectionText.APPROVAL_INCOMPLETE);
        }
        if (approver != null && level != null) {
            ApproverOption.approver(approver, level);
        }
    }

    /** Writes it into a request, if it is given. */
    void write(Context context, DecideObjectionRequest.Builder request) {
        if (approver != null && level != null) {
            request.setDocumentDigest(document.digest(context).orElseThrow())
                    .setApprover(ApproverOption.approver(approver, level));
        }
    }
}
