package org.stoppayment.cli.command.common;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.kernel.Violation;
import org.stoppayment.proto.intake.v1.Warning;

/** What the operator should put right while the call lasts. */
public final class WarningPrinter {

    private WarningPrinter() {}

    public static void print(Console console, List<Warning> warnings) {
        for (Warning warning : warnings) {
            Violation doubt = new Violation(warning.getField(), warning.getCode(), warning.getDescription());
            console.progress(console.toned(Tone.WARNING, "warning: ") + doubt.inWords() + " [" + doubt.code() + "]");
        }
    }
}
