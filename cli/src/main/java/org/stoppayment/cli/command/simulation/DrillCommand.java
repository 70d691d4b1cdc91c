package org.stoppayment.cli.command.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ForegroundSuite;
import org.stoppayment.cli.command.common.ServiceCalls;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.html.HtmlReport;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.RingPlan;
import org.stoppayment.cli.drill.run.DrillRun;
import org.stoppayment.cli.files.ReportFile;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.settings.SettingsCheck;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.Registry;
import org.stoppayment.cli.suite.Registry.Institution;
import org.stoppayment.cli.suite.Rules;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Races the suite against simulated rings. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Races the suite against simulated rings of mules.",
            "Victims call and mules move the money on. At the end the books of the institutions show how much was",
            "stopped, what was lost, and why. Starts its own suite on free ports and stops it at the end.",
            "The same seed and options give the same rings and faults; the result of the race may differ.",
            "",
            "Durations: 500ms, 5s, 2m or 1h; from a range such as 200ms..800ms they are random.",
            "A drill runs in real time, until no money can move any more, or until a minute after the last move was"
                    + " due."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay drill --seed 7                                 some faults, mules of 5 to 30 s",
            "  stoppay drill --cases 200 --rate 5 --mule-delay 60s --bank-delay 500ms --faults none",
            "  stoppay drill --mule-delay 5s --levels 10 --faults storm --report drill.html",
            "  stoppay drill --cases 200 --shared-mules               several victims of each ring",
            "  stoppay drill --seed 7 --plan                          the rings, and no drill",
            "",
            "How the figures are worked out: docs/drill.md."
        })
public final class DrillCommand implements Callable<Integer> {

    private final Context context;

    @Mixin
    private DrillArguments arguments = new DrillArguments();

    @Option(
            names = "--running",
            description = {
                "Drill the suite that runs in the state directory. The settings of its",
                "institutions are restored at the end. A suite can be drilled once with",
                "the same seed."
            })
    private boolean running;

    @Option(names = "--plan", description = "Print the rings as JSON, and do not drill.")
    private boolean planOnly;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = {"Also write the report as a page with charts, in one file. Not with", "--plan."})
    private @Nullable Path report;

    DrillCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DrillOptions options = arguments.options();
        Optional<ReportFile> reportFile = reportFile();
        Path home = Home.find(context.workingDirectory());
        if (planOnly) {
            List<Institution> institutions = Registry.of(home).institutions();
            context.console().print(RingPlan.draw(options, institutions).json());
            return ExitCode.OK;
        }
        SettingsCheck.requireUsable(context.environment(), context.workingDirectory());
        if (running) {
            return drill(context.suite(), options, reportFile);
        }
        StateDirectory directory =
                new StateDirectory(context.stateDirectory().path().resolve("drill"));
        try (ForegroundSuite foreground = new ForegroundSuite(context.console())) {
            SuiteOptions suite = SuiteOptions.isolated(home, directory.path())
                    .withVariablesOf(context.environment(), context.workingDirectory());
            return drill(foreground.start(suite), options, reportFile);
        }
    }

    /** The file of {@code --report}; checked to be writable before the drill starts. */
    private Optional<ReportFile> reportFile() {
        if (report == null) {
            return Optional.empty();
        }
        if (planOnly) {
            throw CliException.usage(DrillText.REPORT_WITH_PLAN, report);
        }
        return Optional.of(ReportFile.at(context.workingDirectory().resolve(report)));
    }

    /** Drills with the institutions that are simulated; others must not get orders of a drill. */
    private int drill(Suite suite, DrillOptions options, Optional<ReportFile> reportFile) {
        List<Institution> institutions = Registry.simulatedIn(suite.directory()).institutions();
        SimulatorClient simulator = new SimulatorClient(suite.httpAddress(ServiceName.SIMULATOR));
        Rules rules = suite.rules();
        return ServiceCalls.ask(suite, context.console(), clients -> {
            context.console().say(DrillText.DRILLING, options.cases(), Long.toString(options.seed()));
            return show(
                    new DrillRun(clients, simulator, context.clock(), institutions, rules, context.console())
                            .run(options),
                    reportFile);
        });
    }

    private int show(DrillReport drilled, Optional<ReportFile> reportFile) {
        if (context.output().json()) {
            context.console().print(Json.of(drilled));
        } else {
            new DrillView(context.console(), drilled).print();
        }
        reportFile.ifPresent(file -> {
            file.write(HtmlReport.of(drilled));
            context.console().say(DrillText.REPORT, file.path());
        });
        return drilled.cases().over() == drilled.options().cases() ? ExitCode.OK : ExitCode.NOT_SETTLED;
    }
}
