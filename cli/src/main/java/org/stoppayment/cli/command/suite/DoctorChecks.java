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
import java.util.stream.Collectors;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.postgres.FileTrees;
import org.stoppayment.cli.postgres.PostgresServer;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.cli.settings.SettingsCheck;
import org.stoppayment.cli.suite.FreePorts;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.Ports;
import org.stoppayment.cli.suite.RecordedProcess;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteState;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.cli.text.Text;

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

    List<Finding> findings() {
        Optional<Suite> running = Suite.attach(state, Progress.SILENT);
        List<Finding> findings = new ArrayList<>(List.of(
                java(),
                maven(),
                settings(),
                ports(running),
                memory(),
                disk(),
                FontFinding.of(context.environment(), context.workingDirectory()),
                postgres()));
        running.map(this::services).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return Finding.of(
                DoctorText.JAVA,
                version >= MIN_JAVA,
                Text.of(DoctorText.JAVA_FOUND, version),
                Text.of(DoctorText.JAVA_FIX));
    }

    private static Finding maven() {
        try {
            Process process = new ProcessBuilder("mvn", "-B", "--version")
                    .redirectErrorStream(true)
                    .start();
            return maven(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return maven(false, Text.of(DoctorText.MAVEN_ABSENT));
        }
    }

    /** By what {@code mvn --version} prints. */
    static Finding maven(String printed) {
        Matcher version = MAVEN.matcher(printed);
        if (!version.find()) {
            return maven(false, Text.of(DoctorText.MAVEN_UNKNOWN));
        }
        int major = Integer.parseInt(version.group(1));
        boolean ok = major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= MIN_MAVEN_MINOR);
        String found = version.group();
        return maven(ok, texts -> found);
    }

    private static Finding maven(boolean ok, Text found) {
        return Finding.of(DoctorText.MAVEN, ok, found, Text.of(DoctorText.MAVEN_FIX));
    }

    /** The variables of the caller that tune services. */
    private Finding settings() {
        List<Text> wrong = SettingsCheck.findings(context.environment(), context.workingDirectory());
        long set = context.environment().entrySet().stream()
                .filter(each ->
                        Settings.isSetting(each.getKey()) && !each.getValue().isEmpty())
                .count();
        return Finding.of(
                DoctorText.SETTINGS,
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? Text.of(DoctorText.SETTINGS_USABLE, set)
                        : Text.of(DoctorText.SETTINGS_WRONG, wrong.size()),
                texts -> wrong.stream().map(each -> each.in(texts)).collect(Collectors.joining("\n")));
    }

    /** The processes of the running suite. */
    private Finding services(Suite suite) {
        List<Text> failed = new ArrayList<>();
        if (suite.state().ownsDatabase()
                && suite.process(SuiteState.POSTGRES)
                        .filter(RecordedProcess::isAlive)
                        .isEmpty()) {
            failed.add(Text.of(DoctorText.IS_DOWN, SuiteState.POSTGRES));
        }
        for (ServiceName service : ServiceName.values()) {
            if (!suite.isAlive(service)) {
                failed.add(Text.of(DoctorText.IS_DOWN, service));
            } else if (!suite.isReady(service)) {
                failed.add(Text.of(DoctorText.IS_NOT_READY, service));
            }
        }
        return Finding.of(
                DoctorText.SUITE,
                failed.isEmpty(),
                failed.isEmpty()
                        ? Text.of(DoctorText.SUITE_READY)
                        : texts -> failed.stream().map(each -> each.in(texts)).collect(Collectors.joining(", ")),
                Text.of(DoctorText.SUITE_FIX, Hint.of("up", state), Hint.of("status", state)));
    }

    private Finding ports(Optional<Suite> running) {
        List<Integer> taken = running.isPresent()
                ? List.of()
                : Ports.defaults(INSTITUTIONS)
                        .all(true)
                        .filter(port -> !FreePorts.isFree(port))
                        .toList();
        Text unless = Text.of(running.isPresent() ? DoctorText.PORTS_OF_SUITE : DoctorText.PORTS_FREE);
        return Finding.of(
                DoctorText.PORTS,
                taken.isEmpty(),
                taken.isEmpty() ? unless : Text.of(DoctorText.PORTS_TAKEN, taken.toString()),
                Text.of(DoctorText.PORTS_FIX, Hint.of("up --ports free", state)));
    }

    private static Finding memory() {
        OptionalLong available = Memory.availableMebibytes();
        return Finding.of(
                DoctorText.MEMORY,
                available.orElse(MIN_MEMORY_MEBIBYTES) >= MIN_MEMORY_MEBIBYTES,
                available.isPresent()
                        ? Text.of(DoctorText.MEMORY_FOUND, Long.toString(available.getAsLong()))
                        : Text.of(DoctorText.MEMORY_UNKNOWN),
                Text.of(DoctorText.MEMORY_FIX, Long.toString(MIN_MEMORY_MEBIBYTES)));
    }

    private Finding disk() {
        Path existing = state.path();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        long mebibytes = existing.toFile().getUsableSpace() / (1024 * 1024);
        boolean writable = Files.isWritable(existing);
        return Finding.of(
                DoctorText.DISK,
                mebibytes >= MIN_DISK_MEBIBYTES && writable,
                Text.of(
                        writable ? DoctorText.DISK_FOUND : DoctorText.DISK_NOT_WRITABLE,
                        Long.toString(mebibytes),
                        existing),
                Text.of(DoctorText.DISK_FIX, Long.toString(MIN_DISK_MEBIBYTES)));
    }

    private Finding postgres() {
        if (!context.environment().getOrDefault("STOPPAY_DB_URL", "").isEmpty()) {
            return postgres(true, Text.of(DoctorText.POSTGRES_NOT_NEEDED));
        }
        try {
            Path temporary = Files.createTempDirectory("stoppay-doctor");
            PostgresServer server =
                    new PostgresServer(temporary.resolve("postgres"), temporary.resolve("postgres.log"));
            try {
                server.start(FreePorts.find(1).get(0), "doctor");
                server.stop();
                return postgres(true, Text.of(DoctorText.POSTGRES_STARTS));
            } finally {
                server.delete();
                FileTrees.delete(temporary);
            }
        } catch (CliException e) {
            // The first line says what happened; the others are the end of the log.
            return postgres(false, texts -> e.message(texts).lines().findFirst().orElse(""));
        } catch (IOException e) {
            return postgres(false, SystemReason.of(e));
        }
    }

    private static Finding postgres(boolean ok, Text found) {
        return Finding.of(DoctorText.POSTGRES, ok, found, Text.of(DoctorText.POSTGRES_FIX));
    }
}
