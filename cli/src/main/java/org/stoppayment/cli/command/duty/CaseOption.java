package org.stoppayment.cli.command.duty;

import picocli.CommandLine.Option;

/** The case that an action on a stop order is for. */
final class CaseOption {

    @Option(
            names = "--case",
            paramLabel = "CASE",
            description = "UUID of the case; without it, the case that placed the order.")
    private String caseId = "";

    /** The UUID as given, empty when there is none. */
    String caseId() {
        return caseId;
    }

    /** The UUID, or {@code placing} when none is given. */
    String or(String placing) {
        return caseId.isEmpty() ? placing : caseId;
    }
}
