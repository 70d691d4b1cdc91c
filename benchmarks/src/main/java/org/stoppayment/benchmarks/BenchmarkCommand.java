package org.stoppayment.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.stoppayment.benchmarks.figures.BacklogFigure;
import org.stoppayment.benchmarks.figures.ColdFigure;
import org.stoppayment.benchmarks.figures.Figure;
import org.stoppayment.benchmarks.figures.FreezesFigure;
import org.stoppayment.benchmarks.figures.HangingFigure;
import org.stoppayment.benchmarks.figures.IntakeFigure;
import org.stoppayment.benchmarks.figures.LevelsFigure;
import org.stoppayment.benchmarks.figures.NextLevelFigure;
import org.stoppayment.benchmarks.figures.NodesFigure;
import org.stoppayment.benchmarks.figures.OrderFigure;
import org.stoppayment.benchmarks.figures.OverdueFigure;
import org.stoppayment.benchmarks.figures.OverloadFigure;
import org.stoppayment.benchmarks.figures.PanacheFigure;
import org.stoppayment.benchmarks.figures.QueryFigure;
import org.stoppayment.benchmarks.figures.RenewalsFigure;
import org.stoppayment.benchmarks.figures.ReturnsFigure;
import org.stoppayment.benchmarks.figures.StartFigure;
import org.stoppayment.benchmarks.figures.StatementsFigure;
import org.stoppayment.benchmarks.figures.WholeFigure;
import org.stoppayment.benchmarks.figures.recovery.LedgerFigure;
import org.stoppayment.benchmarks.figures.recovery.PaymentsFigure;
import org.stoppayment.benchmarks.figures.recovery.ReadyFigure;
import org.stoppayment.benchmarks.figures.recovery.ReportFigure;
import org.stoppayment.benchmarks.figures.recovery.SharesFigure;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Machine;
import org.stoppayment.cli.suite.Home;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the figures and prints them. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description = "Measures the suite beside floors of the same run. Figures, never gates.",
        sortOptions = false)
public final class BenchmarkCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Name {
        START,
        COLD,
        QUERY,
        WHOLE,
        ORDER,
        STATEMENTS,
        NEXT_LEVEL,
        LEVELS,
        NODES,
        OVERDUE,
        FREEZES,
        RENEWALS,
        INTAKE,
        PANACHE,
        OVERLOAD,
        BACKLOG,
        HANGING,
        RETURNS,
        SHARES,
        READY,
        LEDGER,
        REPORT,
        PAYMENTS
    }

    @Option(
            names = "--figures",
            split = ",",
            paramLabel = "<figure>",
            description = "Which: ${COMPLETION-CANDIDATES}. All unless told otherwise.")
    Set<Name> figures = EnumSet.allOf(Name.class);

    @Option(names = "--seconds", defaultValue = "10", description = "Length of one measurement (${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--warmup-seconds",
            defaultValue = "30",
            description = "Length of the warm-up of each figure (${DEFAULT-VALUE}).")
    int warmUpSeconds;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How often floor and subject are measured, in turn (${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--callers",
            defaultValue = "32",
            description = "Callers at once, for the rates (${DEFAULT-VALUE}).")
    int callers;

    @Option(
            names = "--queued",
            split = ",",
            defaultValue = "1000,5000,20000",
            paramLabel = "<orders>",
            description = "Orders that queue up, for the backlog (${DEFAULT-VALUE}).")
    List<Integer> queued = List.of();

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path home = Home.find(Path.of("").toAbsolutePath());
        Path directory = home.resolve("benchmarks/target/run");
        Figure figure = new Figure(seconds, warmUpSeconds, rounds, callers);
        out.printf(
                "%d processors, load %s; %d s a measurement, %d s of warm-up%n",
                Runtime.getRuntime().availableProcessors(), Machine.load(), seconds, warmUpSeconds);
        if (figures.contains(Name.START)) {
            StartFigure.measure(home, directory, out);
        }
        if (figures.contains(Name.COLD)) {
            ColdFigure.measure(home, directory, out, figure);
        }
        if (figures.contains(Name.READY)) {
            ReadyFigure.measure(home, directory, out);
        }
        EnumSet<Name> ofRunning = EnumSet.complementOf(EnumSet.of(Name.START, Name.COLD, Name.READY));
        ofRunning.retainAll(figures);
        if (ofRunning.isEmpty()) {
            return 0;
        }
        try (Bench bench = new Bench(home, directory, out)) {
            for (Name name : ofRunning) {
                switch (name) {
                    case QUERY -> QueryFigure.measure(home, bench, figure);
                    case WHOLE -> WholeFigure.measure(bench, figure);
                    case ORDER -> OrderFigure.measure(bench, figure);
                    case STATEMENTS -> StatementsFigure.measure(bench, figure);
                    case NEXT_LEVEL -> NextLevelFigure.measure(bench, figure);
                    case LEVELS -> LevelsFigure.measure(bench, figure);
                    case NODES -> NodesFigure.measure(bench, figure);
                    case OVERDUE -> OverdueFigure.measure(bench, figure);
                    case FREEZES -> FreezesFigure.measure(bench, figure);
                    case RENEWALS -> RenewalsFigure.measure(bench, figure);
                    case INTAKE -> IntakeFigure.measure(bench, figure);
                    case PANACHE -> PanacheFigure.measure(bench, figure);
                    case OVERLOAD -> OverloadFigure.measure(bench, figure);
                    case BACKLOG -> BacklogFigure.measure(bench, figure, queued);
                    case HANGING -> HangingFigure.measure(bench, figure);
                    case RETURNS -> ReturnsFigure.measure(bench, figure);
                    case SHARES -> SharesFigure.measure(bench, figure);
                    case LEDGER -> LedgerFigure.measure(bench, figure);
                    case REPORT -> ReportFigure.measure(bench, figure);
                    case PAYMENTS -> PaymentsFigure.measure(bench, figure);
                    case START, COLD, READY -> {}
                }
            }
            out.printf("%nload at the end %s%n", Machine.load());
        }
        return 0;
    }
}
