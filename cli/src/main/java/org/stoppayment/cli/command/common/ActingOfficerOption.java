package org.stoppayment.cli.command.common;

import org.stoppayment.proto.common.v1.Operator;
import picocli.CommandLine.Option;

/** The officer who acts; required, stored with the action, and told to the institution. */
public final class ActingOfficerOption {

    @FromEnvironment("STOPPAY_ORGANISATION")
    @Option(
            names = "--organisation",
            required = true,
            paramLabel = "NAME",
            description = "Organisation of the officer, 1..100 characters. Default: $STOPPAY_ORGANISATION.")
    private String organisation = "";

    @FromEnvironment("STOPPAY_BADGE")
    @Option(
            names = "--badge",
            required = true,
            paramLabel = "NUMBER",
            description = "Badge number of the officer, 1..50 characters. Default: $STOPPAY_BADGE.")
    private String badge = "";

    public Operator operator() {
        return Operator.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badge)
                .build();
    }
}
