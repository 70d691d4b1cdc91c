package org.stoppayment.cli.command.common;

import picocli.CommandLine.Option;

/** The person or paper that decided an action. */
public final class ReferenceOption {

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "TEXT",
            description = "Who or which paper decided it, 1..100 characters.")
    private String text = "";

    public String text() {
        return text;
    }
}
