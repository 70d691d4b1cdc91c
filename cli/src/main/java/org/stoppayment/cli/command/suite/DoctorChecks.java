package org.stoppayment.cli.command.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.postgres.FileTrees;
import org.stoppayment.cli.postgres.PostgresServer;
import org.stoppayment.cli.suite.FreePorts;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.Ports;
import org.stoppayment.cli.suite.RecordedProcess;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteState;

/** The checks of {@code stoppay doctor}. */
final class DoctorChecks {

    private static final int MIN_JAVA = 17;
    private static final int MIN_MAVEN_MINOR = 8;
    private static final long MIN_MEMORY_MEBIBYTES = 2048;
    private static final long MIN_DISK_MEBIBYTES = 1024;
    private static final int INSTITUTIONS = 11;
    private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)[^ \\s]*");

    private final Context context;
    private final StateDirectory state;

    DoctorChecks(Context context, StateDirectory state) {
        this.context = context;
        this.state = state;
    }

    /**
     * The result of a check.
     *
     * @param check its name
     * @param ok true when it passed
     * @param found what was found
     * @param fix how to fix it, null when it passed
     */
    record Finding(
            String check,
            boolean ok,
            String found,
            @Nullable String fix) {

        Finding {
            fix = ok ? null : fix;
        }
    }

    List<Finding> findings() {
        Optional<Suite> running = Suite.attach(state, line -> {});
        List<Finding> findings =
                new ArrayList<>(List.of(java(), maven(), ports(running), memory(), disk(), postgres()));
        running.map(this::services).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return new Finding(
                "JDK 17+", version >= MIN_JAVA, "Java " + version, "install a JDK 17 or newer; set JAVA_HOME");
    }

    private Finding maven() {
        String fix = "install Maven 3.8 or newer; needed to build only";
        try {
            Process process = new ProcessBuilder("mvn", "-B", "--version")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return mavenFinding(text, fix);
        } catch (IOException e) {
            return new Finding("Maven 3.8+", false, "no mvn on the path", fix);
        }
    }

    static Finding mavenFinding(String text, String fix) {
        Matcher version = MAVEN.matcher(text);
        if (!version.find()) {
            return new Finding("Maven 3.8+", false, "mvn does not print its version", fix);
        }
        int major = Integer.parseInt(version.group(1));
        boolean ok = major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= MIN_MAVEN_MINOR);
        return new Finding("Maven 3.8+", ok, version.group(), fix);
    }

    /** The processes of the running suite. */
    private Finding services(Suite suite) {
        List<String> failed = new ArrayList<>();
        if (suite.state().ownsDatabase()
                && suite.process(SuiteState.POSTGRES)
                        .filter(RecordedProcess::isAlive)
                        .isEmpty()) {
            failed.add(SuiteState.POSTGRES + " is down");
        }
        for (ServiceName service : ServiceName.values()) {
            if (!suite.isAlive(service)) {
                failed.add(service + " is down");
            } else if (!suite.isReady(service)) {
                failed.add(service + " is not ready");
            }
        }
        return new Finding(
                "running suite",
                failed.isEmpty(),
                failed.isEmpty() ? "all processes are ready" : String.join(", ", failed),
                "start again what is down: " + Hint.of("up", state) + "; see: " + Hint.of("status", state));
    }

    private Finding ports(Optional<Suite> running) {
        if (running.isPresent()) {
            return new Finding("default ports", true, "used by the running suite", "");
        }
        List<Integer> taken = new ArrayList<>();
        Ports.defaults(INSTITUTIONS)
                .all(true)
                .filter(port -> !FreePorts.isFree(port))
                .forEach(taken::add);
        return new Finding(
                "default ports",
                taken.isEmpty(),
                taken.isEmpty() ? "free" : "in use: " + taken,
                "stop what listens there, or: " + Hint.of("up --ports free", state));
    }

    private static Finding memory() {
        OptionalLong available = Memory.availableMebibytes();
        String found = available.isPresent() ? available.getAsLong() + " MiB available" : "unknown";
        return new Finding(
                "memory",
                available.orElse(MIN_MEMORY_MEBIBYTES) >= MIN_MEMORY_MEBIBYTES,
                found,
                "the suite needs " + MIN_MEMORY_MEBIBYTES + " MiB: close other programs");
    }

    private Finding disk() {
        Path existing = state.path();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        long mebibytes = existing.toFile().getUsableSpace() / (1024 * 1024);
        return new Finding(
                "disk",
                mebibytes >= MIN_DISK_MEBIBYTES && Files.isWritable(existing),
                mebibytes + " MiB free at " + existing + (Files.isWritable(existing) ? "" : ", not writable"),
                "free " + MIN_DISK_MEBIBYTES + " MiB, or choose another directory with --state");
    }

    private Finding postgres() {
        String fix = "set STOPPAY_DB_URL=postgresql://user:password@host:port/ to a Postgres server";
        if (!context.environment().getOrDefault("STOPPAY_DB_URL", "").isEmpty()) {
            return new Finding("embedded Postgres", true, "not needed: STOPPAY_DB_URL is set", fix);
        }
        try {
            Path temporary = Files.createTempDirectory("stoppay-doctor");
            PostgresServer server =
                    new PostgresServer(temporary.resolve("postgres"), temporary.resolve("postgres.log"));
            try {
                server.start(FreePorts.find(1).get(0), "doctor");
                server.stop();
                return new Finding("embedded Postgres", true, "starts and stops", fix);
            } finally {
                server.delete();
                FileTrees.delete(temporary);
            }
        } catch (CliException | IOException e) {
            return new Finding("embedded Postgres", false, String.valueOf(e.getMessage()), fix);
        }
    }
}
