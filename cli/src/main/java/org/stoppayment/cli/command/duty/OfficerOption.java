package org.stoppayment.cli.command.duty;

import org.stoppayment.proto.common.v1.Operator;
import picocli.CommandLine.Option;

/** The officer who acts. */
final class OfficerOption {

    @Option(
            names = "--badge",
            required = true,
            paramLabel = "NUMBER",
            description = "Badge number of the officer, 1..50 characters.")
    private String badge = "";

    @Option(
            names = "--organisation",
            defaultValue = "96110",
            paramLabel = "NAME",
            description = "Desk of the officer, 1..100 characters. Default: ${DEFAULT-VALUE}.")
    private String organisation = "";

    Operator officer() {
        return Operator.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badge)
                .build();
    }
}
