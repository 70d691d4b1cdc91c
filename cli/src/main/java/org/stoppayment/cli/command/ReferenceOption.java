package org.stoppayment.cli.command;

import picocli.CommandLine.Option;

/** On whose word something is done. */
final class ReferenceOption {

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "TEXT",
            description = "Who or which paper decided it, 1..100 characters.")
    private String text = "";

    String text() {
        return text;
    }
}
