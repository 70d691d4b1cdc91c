package org.stoppayment.cli.command.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.cli.cases.Comparison;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.cases.Expected;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.cases.World;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ForegroundSuite;
import org.stoppayment.cli.command.common.ServiceCalls;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.cli.settings.SettingsCheck;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the public cases in a new suite. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the public cases in a suite of its own.",
            "Starts it on free ports, shows what was stopped and when, and leaves it running until Ctrl-C.",
            "With --exit it is stopped at the end.",
            "Exits with 0 when the cases are as expected, with 5 when not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay demo --exit",
            "  stoppay demo --exit --tree",
            "  stoppay demo        and in another terminal:  stoppay list --state .stoppay/demo"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration CASE_TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> CASES = List.of(
            "shanghai-corporate-4m",
            "zhangzhou-loan-140k",
            "fuzhou-credit-228k",
            "suzhou-own-card-50k",
            "nanjing-rebate-10k",
            "chengdu-second-card-50k",
            "hefei-one-serial-88k",
            "ningbo-ten-levels-6m");

    private final Context context;

    @Option(names = "--exit", description = "Stop everything at the end.")
    private boolean exit;

    @Option(
            names = "--tree",
            description =
                    "Show as well how the first report travels, and the money of the deepest case level by level.")
    private boolean tree;

    DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SettingsCheck.requireUsable(context.environment(), context.workingDirectory());
        Path home = Home.find(context.workingDirectory());
        StateDirectory directory =
                new StateDirectory(context.stateDirectory().path().resolve("demo"));
        try (ForegroundSuite foreground = new ForegroundSuite(context.console())) {
            Suite suite = foreground.start(SuiteOptions.isolated(home, directory.path())
                    .withEnvironment(
                            ServiceName.FREEZE,
                            Map.of(
                                    Settings.HOLD_RULES,
                                    Home.demoHoldRules(home).toString(),
                                    Settings.STATEMENT_DELAY,
                                    "PT1S")));
            int code = ServiceCalls.ask(suite, context.console(), clients -> play(home, suite, clients));
            if (!exit) {
                context.console().say(DemoText.RUNNING, Hint.of("list", directory), Hint.of("refund list", directory));
                foreground.awaitEnd();
            }
            return code;
        }
    }

    private int play(Path home, Suite suite, ServiceClients clients) {
        List<DemoView.Played> played = new ArrayList<>();
        SimulatorClient simulator = new SimulatorClient(suite.httpAddress(ServiceName.SIMULATOR));
        CaseRun run = new CaseRun(clients, simulator, context.clock(), CASE_TIMEOUT);
        for (String name : CASES) {
            played.add(play(home.resolve("cases"), name, run, clients));
        }
        DemoFreeze.Frozen frozen = freeze(played, clients);
        DemoRefund.GivenBack givenBack = giveBack(played, clients);
        DemoView view =
                new DemoView(context.console().naming(InstitutionLookup.of(clients)), played, frozen, givenBack);
        if (context.output().json()) {
            view.printJson();
        } else {
            view.printScreen(tree);
        }
        return frozen.asExpected() && givenBack.asExpected() && played.stream().allMatch(DemoView.Played::asExpected)
                ? ExitCode.OK
                : ExitCode.NOT_AS_EXPECTED;
    }

    /** The first case goes on from its stops to a freeze. */
    private DemoFreeze.Frozen freeze(List<DemoView.Played> played, ServiceClients clients) {
        DemoView.Played first = played.get(0);
        context.console().say(DemoText.FREEZING, first.name());
        CaseOutcome outcome = first.outcome();
        Ids ids = new Ids(context.clock());
        return new DemoFreeze(clients, () -> ids.next().toString())
                .freeze(first.name(), outcome.caseId(), Moments.timestamp(outcome.acceptedAt()));
    }

    /** What is frozen of the first case is given back. */
    private DemoRefund.GivenBack giveBack(List<DemoView.Played> played, ServiceClients clients) {
        DemoView.Played first = played.get(0);
        context.console().say(DemoText.GIVING_BACK, first.name());
        return new DemoRefund(clients).giveBack(first.name(), first.outcome().caseId());
    }

    private DemoView.Played play(Path cases, String name, CaseRun run, ServiceClients clients) {
        context.console().say(DemoText.PLAYING, name);
        ReportFraudRequest report = ProtoFile.read(
                        cases, name + ".report.json", context.input(), ReportFraudRequest.newBuilder())
                .build();
        World world = World.read(cases.resolve(name + ".world.json"));
        Expected expected = Expected.read(cases.resolve(name + ".expected.json"));
        CaseOutcome outcome = run.play(report, world);
        List<Difference> differences = Comparison.of(expected, outcome.progress());
        Trace trace = clients.tracing()
                .getTrace(
                        GetTraceRequest.newBuilder().setCaseId(outcome.caseId()).build())
                .getTrace();
        return new DemoView.Played(name, outcome, trace, differences);
    }
}
