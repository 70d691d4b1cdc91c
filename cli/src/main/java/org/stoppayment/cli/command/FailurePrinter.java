package org.stoppayment.cli.command;

import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.Json;

/** Prints failures on the error stream: lines for people, one JSON object for programs, which ask for JSON. */
final class FailurePrinter {

    private final Console console;
    private final boolean json;

    FailurePrinter(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Prints nothing of a failure without a message. */
    void print(Failure failure) {
        if (failure.lines().isEmpty()) {
            return;
        }
        if (json) {
            console.progress(Json.of(failure));
            return;
        }
        for (int i = 0; i < failure.lines().size(); i++) {
            String text = failure.lines().get(i);
            console.progress(i == 0 ? console.toned(Tone.BAD, "stoppay: " + text) : text);
        }
    }
}
