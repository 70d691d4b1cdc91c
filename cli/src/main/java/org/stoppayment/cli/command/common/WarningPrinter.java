package org.stoppayment.cli.command.common;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.text.ReasonTexts;
import org.stoppayment.proto.intake.v1.Warning;

/** Prints the warnings of an answer. */
public final class WarningPrinter {

    private WarningPrinter() {}

    public static void print(Console console, List<Warning> warnings) {
        for (Warning warning : warnings) {
            Violation violation = new Violation(warning.getField(), warning.getCode(), warning.getDescription());
            console.progress(console.toned(Tone.WARNING, console.text(CommonText.WARNING))
                    + translated(console, violation).inWords() + " [" + violation.code() + "]");
        }
    }

    /** Prints a warning of the command itself. */
    public static void print(Console console, Text warning) {
        console.progress(console.toned(Tone.WARNING, console.text(CommonText.WARNING)) + warning.in(console.texts()));
    }

    private static Violation translated(Console console, Violation violation) {
        return ReasonTexts.of(violation, console.texts().language().locale())
                .map(text -> new Violation(violation.field(), violation.code(), text))
                .orElse(violation);
    }
}
