package org.stoppayment.cli.command;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.proto.intake.v1.Warning;

/** What the operator should put right while the call lasts. */
final class Warnings {

    private Warnings() {}

    static void print(Console console, List<Warning> warnings) {
        warnings.forEach(warning -> console.progress(console.toned(Tone.WARNING, "warning: " + warning.getField())
                + ": " + warning.getDescription() + " [" + warning.getCode() + "]"));
    }
}
