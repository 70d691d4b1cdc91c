package org.stoppayment.cli.command.common;

import org.stoppayment.proto.common.v1.Operator;
import picocli.CommandLine.Option;

/** The officer who acts; stored with the action. */
public final class OperatorOption {

    @Option(names = "--organisation", paramLabel = "NAME", description = "Organisation of the officer.")
    private String organisation = "";

    @Option(names = "--badge", paramLabel = "NUMBER", description = "Badge number of the officer.")
    private String badge = "";

    /** The officer; empty when not given. */
    public Operator operator() {
        return Operator.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badge)
                .build();
    }
}
