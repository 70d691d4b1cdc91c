package org.stoppayment.cli.command.common;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.values.WholeNumbers;
import org.stoppayment.cli.output.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Selects a page of a list. */
public final class PageOption {

    private static final int MAX_SIZE = 200;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private int size = 50;

    @Option(names = "--page", paramLabel = "TOKEN", defaultValue = "", description = "Token of the page, as printed.")
    private String token = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Maximum number of lines, 1..200. Default: 50.")
    public void limit(String lines) {
        try {
            size = Math.toIntExact(WholeNumbers.parse(lines, 1, MAX_SIZE));
        } catch (IllegalArgumentException invalid) {
            CommandSpec mixee = Objects.requireNonNull(command);
            throw new ParameterException(
                    mixee.commandLine(),
                    "--limit: " + invalid.getMessage(),
                    invalid,
                    mixee.findOption("--limit"),
                    lines);
        }
    }

    public int size() {
        return size;
    }

    public String token() {
        return token;
    }

    public void hint(Console console, String nextToken) {
        if (!nextToken.isEmpty()) {
            console.progress(console.text(CommonText.MORE_PAGES, nextToken));
        }
    }
}
