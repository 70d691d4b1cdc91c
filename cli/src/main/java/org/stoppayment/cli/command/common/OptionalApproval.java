package org.stoppayment.cli.command.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.common.v1.Approver;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The legal document and the approval of an order that may need them; all of it or nothing. */
public final class OptionalApproval {

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

    /**
     * What was given.
     *
     * @param documentDigest SHA-256 of the document, in hexadecimal digits
     * @param approver who approved it
     */
    public record Approval(String documentDigest, Approver approver) {}

    /** True when nothing of it is given. */
    public boolean isEmpty(Context context) {
        return approver == null && level == null && document.digest(context).isEmpty();
    }

    /** Fails when a part is missing, or the document is given twice. */
    public void check(Context context) {
        document.check();
        if (!isEmpty(context) && given(context).isEmpty()) {
            throw CliException.usage(CommonText.APPROVAL_INCOMPLETE);
        }
    }

    /** What was given; empty unless it is complete. */
    public Optional<Approval> given(Context context) {
        if (approver == null || level == null) {
            return Optional.empty();
        }
        Approver named = ApproverOption.approver(approver, level);
        return document.digest(context).map(digest -> new Approval(digest, named));
    }
}
