package org.stoppayment.cli.command;

import org.stoppayment.cli.output.Console;
import picocli.CommandLine.Option;

/** Which page of a list. */
final class PageOption {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "Most lines, 1..200. Default: 50.")
    private int size = 50;

    @Option(names = "--page", paramLabel = "TOKEN", defaultValue = "", description = "Token of the page, as printed.")
    private String token = "";

    int size() {
        return size;
    }

    String token() {
        return token;
    }

    void hint(Console console, String nextToken) {
        if (!nextToken.isEmpty()) {
            console.progress("more with: --page " + nextToken);
        }
    }
}
