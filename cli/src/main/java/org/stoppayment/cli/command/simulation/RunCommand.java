package org.stoppayment.cli.command.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.cli.cases.Comparison;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.cases.Expected;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.cases.World;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCalls;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.settings.SettingsCheck;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a case against the simulated institutions. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a case against the simulated banks.",
            "Loads the world into them, sends the report, follows the orders until the case is settled and booked, and",
            "compares it with the expectation.",
            "",
            "A known request id is a replay: the world is not loaded, and the case is compared as it is. The format of",
            "the files is described in cases/README.md."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay run cases/zhangzhou-loan-140k.report.json \\",
            "      --world cases/zhangzhou-loan-140k.world.json \\",
            "      --expect cases/zhangzhou-loan-140k.expected.json"
        })
public final class RunCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "REPORT", description = "The report, as for: stoppay report.")
    private String report = "";

    @Option(names = "--world", required = true, paramLabel = "WORLD", description = "The state of the institutions.")
    private Path world = Path.of("");

    @Option(names = "--expect", paramLabel = "EXPECTED", description = "The expectation of the settled case.")
    private @Nullable Path expected;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = {
                "Timeout for the case to be settled and booked, such as 90s or 5m; then it is",
                "shown as it stands, and the exit code is 6. Default: ${DEFAULT-VALUE}."
            })
    private Duration within = Duration.ofSeconds(60);

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SettingsCheck.requireUsable(context.environment(), context.workingDirectory());
        World loaded = World.read(context.workingDirectory().resolve(world));
        Optional<Expected> wanted = Optional.ofNullable(expected)
                .map(file -> Expected.read(context.workingDirectory().resolve(file)));
        Suite suite = context.suite();
        SimulatorClient simulator = new SimulatorClient(suite.httpAddress(ServiceName.SIMULATOR));
        return ServiceCalls.ask(suite, context.console(), clients -> {
            InstitutionLookup institutions = InstitutionLookup.of(clients);
            ReportFraudRequest request = ProtoFile.read(
                            context.workingDirectory(),
                            report,
                            context.input(),
                            ReportFraudRequest.newBuilder(),
                            institutions)
                    .build();
            CaseRun run = new CaseRun(clients, simulator, context.clock(), within);
            return report(run.play(request, loaded), wanted, institutions);
        });
    }

    private int report(CaseOutcome outcome, Optional<Expected> wanted, InstitutionLookup institutions) {
        Optional<List<Difference>> differences = wanted.map(file -> Comparison.of(file, outcome.progress()));
        OutcomeView view = new OutcomeView(context.console().naming(institutions), outcome, differences);
        if (context.output().json()) {
            view.printJson();
        } else {
            view.printTables();
        }
        view.printVerdict();
        if (!outcome.settled()) {
            return ExitCode.NOT_SETTLED;
        }
        return differences.map(List::isEmpty).orElse(true) ? ExitCode.OK : ExitCode.NOT_AS_EXPECTED;
    }
}
