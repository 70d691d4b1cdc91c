package org.stoppayment.cli.command.suite;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
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
        List<DoctorChecks.Finding> findings = new DoctorChecks(context, context.stateDirectory()).findings();
        if (context.output().json()) {
            context.console().print(Json.of(findings));
        } else {
            Table table = new Table("check", "", "found", "fix");
            findings.forEach(finding -> table.row(
                    finding.check(),
                    context.console().toned(finding.ok() ? Tone.GOOD : Tone.BAD, finding.ok() ? "ok" : "NOT OK"),
                    finding.found(),
                    Objects.requireNonNullElse(finding.fix(), "")));
            context.console().print(table.render(context.console()));
        }
        return findings.stream().allMatch(DoctorChecks.Finding::ok) ? ExitCode.OK : ExitCode.FAILED;
    }
}
