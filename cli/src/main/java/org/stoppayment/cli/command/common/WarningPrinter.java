package org.stoppayment.cli.command.common;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.kernel.Violation;
import org.stoppayment.proto.intake.v1.Warning;

/** Prints the warnings of an answer. */
public final class WarningPrinter {

    private WarningPrinter() {}

    public static void print(Console console, List<Warning> warnings) {
        for (Warning warning : warnings) {
            Violation violation = new Violation(warning.getField(), warning.getCode(), warning.getDescription());
            console.progress(
                    console.toned(Tone.WARNING, "warning: ") + violation.inWords() + " [" + violation.code() + "]");
        }
    }
}
