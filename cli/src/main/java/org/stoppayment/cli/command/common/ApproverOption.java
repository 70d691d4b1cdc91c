package org.stoppayment.cli.command.common;

import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import picocli.CommandLine.Option;

/** Who approved an order about a freeze. */
public final class ApproverOption {

    /** Levels of approval. */
    public enum Level {
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
    public void check() {
        approver();
    }

    /** Who approved it. */
    public Approver approver() {
        return approver(typed, level);
    }

    /** The approver that is typed as organisation and badge number; fails when one of both is missing. */
    public static Approver approver(String typed, Level level) {
        return approver(OfficerName.parse("--approver", typed), level);
    }

    /** The officer as the one who approves. */
    static Approver approver(Operator officer, Level level) {
        return Approver.newBuilder()
                .setOrganisation(officer.getOrganisation())
                .setBadgeNumber(officer.getBadgeNumber())
                .setLevel(ApprovalLevel.valueOf("APPROVAL_LEVEL_" + level.name()))
                .build();
    }
}
