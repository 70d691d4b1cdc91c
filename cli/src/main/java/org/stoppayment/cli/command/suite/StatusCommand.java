package org.stoppayment.cli.command.suite;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.suite.EndCause;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.RecordedProcess;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteState;
import org.stoppayment.cli.text.Text;
import picocli.CommandLine.Command;

/** Shows the processes of the suite. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {"Shows every process of the suite.", "Exits with 0 when all are ready, with 1 otherwise."})
public final class StatusCommand implements Callable<Integer> {

    private final Context context;

    StatusCommand(Context context) {
        this.context = context;
    }

    /**
     * The status of a process.
     *
     * @param service its short name
     * @param pid id of its process, 0 when it is not ours
     * @param upSince when it started, null when it does not run
     * @param ready true when its readiness check passes
     * @param memoryMebibytes MiB in memory, with its child processes; null when unknown
     * @param address where it listens; gRPC for services, HTTP for the simulator
     * @param health where its health and metrics are, by HTTP on this machine; null for the database
     */
    record Line(
            String service,
            long pid,
            @Nullable Instant upSince,
            boolean ready,
            @Nullable Long memoryMebibytes,
            String address,
            @Nullable URI health) {

        boolean isDown() {
            return pid == 0;
        }
    }

    @Override
    public Integer call() {
        Suite suite = context.suite();
        List<Line> lines = new ArrayList<>();
        lines.add(line(suite, SuiteState.POSTGRES, suite.database().address(), databaseIsReady(suite), null));
        for (ServiceName service : ServiceName.values()) {
            boolean ready = suite.isAlive(service) && suite.isReady(service);
            lines.add(line(suite, service.id(), suite.address(service), ready, suite.httpAddress(service)));
        }
        context.console().print(context.output().json() ? Json.of(lines) : table(lines));
        for (ServiceName service : ServiceName.values()) {
            if (!suite.isAlive(service) && EndCause.isOutOfMemory(service, suite.directory())) {
                context.console()
                        .progress(EndCause.of(service, suite.directory())
                                .in(context.console().texts()));
            }
        }
        Instant end = suite.directory().certificates().end(CertificateFiles.COMMAND);
        if (CertificateFiles.isDue(end, context.clock().instant())) {
            context.console()
                    .say(
                            StatusText.CERTIFICATES_END,
                            (Text) texts -> texts.moment(end),
                            Hint.of("up", suite.directory()));
        }
        if (lines.stream().anyMatch(line -> line.isDown() && !line.ready())) {
            context.console().say(StatusText.START_AGAIN, Hint.of("up", suite.directory()));
        }
        return lines.stream().allMatch(Line::ready) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static boolean databaseIsReady(Suite suite) {
        try (var connection = suite.database().connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Line line(Suite suite, String name, String address, boolean ready, @Nullable URI health) {
        RecordedProcess process =
                suite.process(name).filter(RecordedProcess::isAlive).orElse(null);
        if (process == null) {
            return new Line(name, 0, null, ready, null, address, health);
        }
        OptionalLong memory = Memory.usedMebibytes(process.pid());
        return new Line(
                name,
                process.pid(),
                process.startedAt(),
                ready,
                memory.isPresent() ? memory.getAsLong() : null,
                address,
                health);
    }

    private String table(List<Line> lines) {
        Console console = context.console();
        Table table = new Table(
                console.text(StatusText.SERVICE),
                ">" + console.text(StatusText.PID),
                console.text(StatusText.UP_FOR),
                console.text(StatusText.STATE),
                ">" + console.text(StatusText.MEMORY),
                console.text(StatusText.ADDRESS),
                ">" + console.text(StatusText.HEALTH));
        for (Line line : lines) {
            table.row(
                    line.service(),
                    line.isDown() ? "-" : line.pid(),
                    line.upSince() == null ? "-" : age(line.upSince()),
                    line.ready()
                            ? console.toned(Tone.GOOD, console.text(StatusText.READY))
                            : console.toned(
                                    Tone.BAD, console.text(line.isDown() ? StatusText.DOWN : StatusText.NOT_READY)),
                    line.memoryMebibytes() == null ? "-" : line.memoryMebibytes(),
                    line.address(),
                    line.health() == null ? "-" : ":" + line.health().getPort());
        }
        return table.render(console);
    }

    private String age(Instant since) {
        return context.console()
                .texts()
                .age(Duration.between(since, context.clock().instant()));
    }
}
