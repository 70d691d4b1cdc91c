package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.command.common.ApproverName;
import org.stoppayment.proto.common.v1.Approver;
import picocli.CommandLine.Option;

/** Who approved an order about a freeze. */
final class ApproverOption {

    @Option(
            names = "--approver",
            required = true,
            paramLabel = "ORG/BADGE",
            description = "Who approved it (批准人): organisation and badge number, such as 'Shanghai police/100001'.")
    private String typed = "";

    @Option(
            names = "--level",
            required = true,
            paramLabel = "LEVEL",
            description = "Level of the chief who approved it: county, or city (a city with districts, or higher).")
    private ApproverName.Level level = ApproverName.Level.COUNTY;

    /** Fails when the organisation or the badge number is missing. */
    void check() {
        approver();
    }

    /** Who approved it; the badge number is what follows the last slash. */
    Approver approver() {
        return ApproverName.parse(typed, level);
    }
}
