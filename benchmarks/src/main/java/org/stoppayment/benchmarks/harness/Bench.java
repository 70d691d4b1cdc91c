package org.stoppayment.benchmarks.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.RecordedProcess;
import org.stoppayment.cli.suite.Registry;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;
import org.stoppayment.cli.suite.SuiteState;
import org.stoppayment.cli.waiting.Polling;

/** A suite whose institutions are the stub in this process, and everything to load and watch it with. */
public final class Bench implements AutoCloseable {

    /** The name of this process among those whose processor time is told. */
    public static final String LOAD = "load";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final PrintStream out;
    private final BankStub banks;
    private final Suite suite;
    private final Desks desks;
    private final List<String> codes;
    private final Map<String, Connection> looks = new HashMap<>();

    public Bench(Path home, Path directory, PrintStream out) {
        this.out = out;
        Registry registry = Registry.of(home);
        this.codes = registry.codes();
        this.banks = new BankStub(codes.size());
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file = directory.resolve("stub-institutions.yaml");
        registry.write(banks.ports(), file);
        // What is given for a service wins over what the suite itself would tell it.
        SuiteOptions options = SuiteOptions.isolated(home, directory.resolve("suite"))
                .withEnvironment(ServiceName.GATEWAY, Map.of("STOPPAYMENT_REGISTRY", file.toString()))
                // The stub answers no queries.
                .withEnvironment(
                        ServiceName.FREEZE,
                        Map.of(
                                "STOPPAYMENT_FREEZE_REQUESTS_STATEMENT_DELAY", "PT0S",
                                "STOPPAYMENT_FREEZE_REQUESTS_BALANCE_INTERVAL", "PT0S"));
        this.suite = Suite.start(options, Progress.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop the suite"));
        suite.stop(ServiceName.SIMULATOR);
        this.desks = new Desks(suite, new Reports());
    }

    public PrintStream out() {
        return out;
    }

    public BankStub banks() {
        return banks;
    }

    /** The position among {@link #banks} of the institution with that code. */
    public int position(String code) {
        return codes.indexOf(code);
    }

    /** The code of the institution at that position among {@link #banks}. */
    public String code(int position) {
        return codes.get(position);
    }

    public Suite suite() {
        return suite;
    }

    public Desks desks() {
        return desks;
    }

    /** Processes that run, by name, this one last. */
    Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (ServiceName service :
                List.of(ServiceName.INTAKE, ServiceName.FREEZE, ServiceName.GATEWAY, ServiceName.RECOVERY)) {
            if (suite.isAlive(service)) {
                suite.process(service.id())
                        .map(RecordedProcess::pid)
                        .ifPresent(pid -> processes.put(service.id(), pid));
            }
        }
        suite.process(SuiteState.POSTGRES).map(RecordedProcess::pid).ifPresent(pid -> processes.put("postgres", pid));
        return processes;
    }

    /** Processor milliseconds used so far, by process; {@link #LOAD} is this one. */
    public Map<String, Long> cpuMillis() {
        Map<String, Long> millis = new LinkedHashMap<>();
        processes().forEach((name, pid) -> millis.put(name, Cpu.millis(pid)));
        millis.put(LOAD, Cpu.ownMillis());
        return millis;
    }

    /** Orders that have settled: stopped, answered and recorded in freeze, whatever became of the stops. */
    public long settled() {
        return number("stoppayment_freeze", "SELECT count(*) FROM stop_order WHERE counted");
    }

    /** Stops that are booked in recovery. */
    public long booked() {
        return number("stoppayment_recovery", "SELECT count(*) FROM ledger_entry WHERE cause = 'STOP_IN_EFFECT'");
    }

    /** Waits until so many stops are settled and booked. */
    public void awaitBooked(long orders) {
        await("settled", this::settled, orders);
        await("booked", this::booked, orders);
    }

    /** Waits until so many stops are settled and nothing new is known of any case's money. */
    public void awaitFollowed(long orders) {
        String behind = "SELECT -count(*) FROM claim WHERE revision <> traced_revision";
        await("settled", this::settled, orders);
        await("claims followed, or so many missing", () -> number("stoppayment_freeze", behind), 0);
    }

    /** Waits until no event is left to hand over: nothing more is to be done for what was reported. */
    public void awaitHandedOver() {
        String left = "SELECT -count(*) FROM outbox WHERE rejected IS NULL";
        await("events handed over by intake, or so many missing", () -> number("stoppayment_intake", left), 0);
        await("events handed over by freeze, or so many missing", () -> number("stoppayment_freeze", left), 0);
    }

    /** Waits until no order waits for its institution, or for an answer. */
    public void awaitAnswered() {
        String unanswered =
                "SELECT -count(*) FROM stop_order WHERE state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT')";
        await("orders answered, or so many missing", () -> number("stoppayment_freeze", unanswered), 0);
    }

    /** Waits until there are so many. */
    public void await(String what, LongSupplier count, long expected) {
        if (!Polling.until(LONGEST_WAIT, LOOK, () -> count.getAsLong() >= expected)) {
            throw new IllegalStateException(what + ": " + count.getAsLong() + " (expected: " + expected + ")");
        }
    }

    /** Sets a parameter of the database server, and waits until it counts. */
    public void setParameter(String name, String value) {
        execute("postgres", "ALTER SYSTEM SET " + name + " = '" + value + "'");
        execute("postgres", "SELECT pg_reload_conf()");
        if (!Polling.until(
                LONGEST_WAIT, LOOK, () -> text("postgres", "SHOW " + name).equals(value))) {
            throw new IllegalStateException(
                    name + ": " + text("postgres", "SHOW " + name) + " (expected: " + value + ")");
        }
    }

    public void execute(String database, String sql) {
        try (Connection connection = suite.database().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a query with one number as its answer says. */
    public long number(String database, String query) {
        return Long.parseLong(text(database, query));
    }

    /** Over one connection for all looks at a database, so that looking is not what is counted. */
    public String text(String database, String query) {
        try {
            Connection connection = looks.get(database);
            if (connection == null) {
                connection = suite.database().connect(database);
                looks.put(database, connection);
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of each row that a query finds. */
    public List<String> rows(String database, String query) {
        try (Connection connection = suite.database().connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        desks.close();
        suite.close();
        banks.close();
    }
}
