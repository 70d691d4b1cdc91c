package org.stoppayment.cli.command.suite;

import java.util.List;
import java.util.concurrent.Callable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.text.Texts;
import picocli.CommandLine.Command;

/** Checks the machine. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {"Checks that this machine can build and run the suite.", "Shows a fix for each failed check."})
public final class DoctorCommand implements Callable<Integer> {

    private final Context context;

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new DoctorChecks(context, context.stateDirectory()).findings();
        if (context.output().json()) {
            context.console()
                    .print(Json.of(findings.stream()
                            .map(finding -> finding.in(Texts.ENGLISH))
                            .toList()));
        } else {
            print(findings.stream()
                    .map(finding -> finding.in(context.console().texts()))
                    .toList());
        }
        return findings.stream().allMatch(Finding::ok) ? ExitCode.OK : ExitCode.FAILED;
    }

    /** A line for each check; below it how to fix it, when it did not pass. */
    private void print(List<Finding.Line> findings) {
        Console console = context.console();
        Table table = new Table(console.text(DoctorText.CHECK), "", console.text(DoctorText.FOUND));
        for (Finding.Line finding : findings) {
            table.row(
                    finding.check(),
                    console.toned(
                            finding.ok() ? Tone.GOOD : Tone.BAD,
                            console.text(finding.ok() ? DoctorText.OK : DoctorText.NOT_OK)),
                    finding.found());
        }
        List<String> rows = table.rows(console);
        console.print(rows.get(0));
        for (int i = 0; i < findings.size(); i++) {
            console.print(rows.get(i + 1));
            String fix = findings.get(i).fix();
            if (fix != null) {
                console.print(console.text(DoctorText.FIX, fix).indent(2).stripTrailing());
            }
        }
    }
}
