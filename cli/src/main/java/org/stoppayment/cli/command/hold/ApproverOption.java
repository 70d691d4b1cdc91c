package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import picocli.CommandLine.Option;

/** Who approved an order about a freeze. */
final class ApproverOption {

    /** Levels of approval. */
    enum Level {
        COUNTY,
        CITY
    }

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
    private Level level = Level.COUNTY;

    /** Fails when the organisation or the badge number is missing. */
    void check() {
        approver();
    }

    /** Who approved it; the badge number is what follows the last slash. */
    Approver approver() {
        int slash = typed.lastIndexOf('/');
        String organisation = slash < 0 ? "" : typed.substring(0, slash).strip();
        String badge = typed.substring(slash + 1).strip();
        if (organisation.isEmpty() || badge.isEmpty()) {
            throw CliException.usage(HoldText.APPROVER_INVALID, Masking.mask(typed));
        }
        return Approver.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badge)
                .setLevel(ApprovalLevel.valueOf("APPROVAL_LEVEL_" + level.name()))
                .build();
    }
}
