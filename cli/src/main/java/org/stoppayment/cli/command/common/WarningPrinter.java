package org.stoppayment.cli.command.common;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ViolationText;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.Violation;
import org.stoppayment.proto.intake.v1.Warning;

/** Prints the warnings of an answer. */
public final class WarningPrinter {

    private WarningPrinter() {}

    public static void print(Console console, List<Warning> warnings) {
        for (Warning warning : warnings) {
            Violation violation = new Violation(warning.getField(), warning.getCode(), warning.getDescription());
            console.progress(console.toned(Tone.WARNING, console.text(CommonText.WARNING))
                    + ViolationText.inWords(ViolationText.translated(violation, console.texts()), console.texts())
                    + " [" + violation.code() + "]");
        }
    }

    /** Prints a warning of the command itself. */
    public static void print(Console console, Text warning) {
        console.progress(console.toned(Tone.WARNING, console.text(CommonText.WARNING)) + warning.in(console.texts()));
    }
}
