package org.stoppayment.cli.command.common;

import org.stoppayment.cli.command.common.ApproverOption.Level;
import org.stoppayment.proto.common.v1.Approver;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The officer who acts, as the one who approves it. */
public final class ActingApproverOption {

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Option(
            names = "--level",
            required = true,
            paramLabel = "LEVEL",
            description = "Level of the chief who approves it: county, or city (a city with districts, or higher).")
    private Level level = Level.COUNTY;

    /** Who approves it. */
    public Approver approver() {
        return ApproverOption.approver(officer.operator(), level);
    }
}
