package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stoppayment.cli.fake.FakeHome;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Progress;

@Execution(ExecutionMode.CONCURRENT) // each test has its own repository and mostly waits
class SuiteTest {

    @TempDir
    private Path directory;

    private StateDirectory state;
    private SuiteOptions options;

    @BeforeEach
    void makeRepository() throws IOException {
        Path home = FakeHome.below(directory);
        state = new StateDirectory(home.resolve(".stoppay"));
        options = SuiteOptions.isolated(home, state.path());
    }

    @AfterEach
    void stopSuite() {
        Suite.attach(state, Progress.SILENT).ifPresent(Suite::shutdown);
    }

    @Test
    void allProcessesAreReadyAfterStartAndGoneAfterStop() throws SQLException {
        List<String> said = new ArrayList<>();
        Suite suite = Suite.start(options, said::add);
        List<RecordedProcess> processes = List.copyOf(suite.state().processes().values());

        assertThat(ServiceName.values()).allMatch(suite::isReady);
        assertThat(processes).hasSize(6).allMatch(RecordedProcess::isAlive);
        assertThat(said)
                .hasSize(8)
                .anyMatch(line -> line.startsWith("new certificates until "))
                .anyMatch(line -> line.matches("intake +\\d+ ms +127\\.0\\.0\\.1:\\d+"));
        for (String database : List.of("stoppayment_intake", "stoppayment_freeze", "stoppayment_recovery")) {
            try (Connection connection = suite.database().connect(database)) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }

        suite.shutdown();

        assertThat(processes).noneMatch(RecordedProcess::isAlive);
        assertThat(Suite.attach(state, Progress.SILENT)).isEmpty();
    }

    @Test
    void secondStartIsRefusedAndTheSuiteKeepsRunning() {
        Suite suite = Suite.start(options, Progress.SILENT);

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Suite.start(options, Progress.SILENT))
                .withMessageContaining("already running");

        assertThat(ServiceName.values()).allMatch(suite::isReady);
    }

    @Test
    void crashedServiceIsRestartedOnItsPortWithoutAffectingOthers() {
        Suite suite = Suite.start(options, Progress.SILENT);
        RecordedProcess before = suite.process("freeze").orElseThrow();
        String address = suite.grpcAddress(ServiceName.FREEZE);

        suite.kill(ServiceName.FREEZE);
        assertThat(suite.isAlive(ServiceName.FREEZE)).isFalse();
        suite.restart(ServiceName.FREEZE);

        assertThat(suite.isReady(ServiceName.FREEZE)).isTrue();
        assertThat(suite.grpcAddress(ServiceName.FREEZE)).isEqualTo(address);
        assertThat(suite.process("freeze")).isPresent().get().isNotEqualTo(before);
        assertThat(Suite.attach(state, Progress.SILENT).orElseThrow().process("freeze"))
                .isEqualTo(suite.process("freeze"));
    }

    @Test
    void onlyStoppedProcessesAreStartedAgain() {
        Suite.start(options, Progress.SILENT).kill(ServiceName.FREEZE);
        Suite suite = Suite.attach(state, Progress.SILENT).orElseThrow();
        suite.killPostgres();
        RecordedProcess intake = suite.process("intake").orElseThrow();

        assertThat(suite.restartStopped()).containsExactly("postgres", "freeze");

        assertThat(ServiceName.values()).allMatch(suite::isReady);
        assertThat(suite.process("intake")).contains(intake);
        assertThat(Suite.attach(state, Progress.SILENT).orElseThrow().restartStopped())
                .isEmpty();
    }

    @Test
    void databaseIsRestartedWithCommittedData() throws SQLException {
        Suite suite = Suite.start(options, Progress.SILENT);
        suite.database().create("witness");

        suite.killPostgres();
        suite.restartPostgres();

        try (Connection connection = suite.database().connect("witness")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void serviceThatFailsToStartIsReportedWithItsLogAndEverythingIsStopped() {
        SuiteOptions broken = options.withEnvironment(ServiceName.GATEWAY, Map.of("FAKE_CRASH", "yes"));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Suite.start(broken, Progress.SILENT))
                .withMessageContaining("gateway stopped while starting, twice")
                .withMessageContaining("cannot start: the configuration is wrong");

        assertThat(Suite.attach(state, Progress.SILENT)).isEmpty();
    }

    /** Without the JVM's flag only a thread would end, and the service would seem to be ready. */
    @Test
    void serviceThatRunsOutOfMemoryEnds() {
        SuiteOptions leaking = options.withEnvironment(ServiceName.GATEWAY, Map.of("FAKE_OUT_OF_MEMORY", "yes"));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Suite.start(leaking, Progress.SILENT))
                .withMessageContaining("gateway stopped while starting")
                .withMessageContaining("Terminating due to java.lang.OutOfMemoryError");
    }

    @Test
    void serviceThatStopsOnceWhileStartingIsNamedAndStartedAgain() {
        List<String> said = new CopyOnWriteArrayList<>();
        Path crashed = directory.resolve("crashed");

        Suite suite = Suite.start(
                options.withEnvironment(ServiceName.GATEWAY, Map.of("FAKE_CRASH_ONCE", crashed.toString())), said::add);

        assertThat(ServiceName.values()).allMatch(suite::isReady);
        assertThat(said).anySatisfy(line -> assertThat(line)
                .contains("gateway stopped while starting; starting it once more")
                .contains("cannot start: the configuration is wrong"));
    }

    @Test
    void othersKeepRunningWhenAServiceCannotStartAndTheRestIsStartedLater() throws IOException {
        Path broken = Files.createFile(directory.resolve("broken"));
        SuiteOptions withBroken =
                options.withEnvironment(ServiceName.GATEWAY, Map.of("FAKE_CRASH_WHILE", broken.toString()));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Suite.startAndKeep(withBroken, Progress.SILENT))
                .withMessageContaining("gateway stopped while starting, twice")
                .withMessageContaining("stoppay up");
        Suite suite = Suite.attach(state, Progress.SILENT).orElseThrow();
        assertThat(suite.isAlive(ServiceName.GATEWAY)).isFalse();
        assertThat(suite.isAlive(ServiceName.FREEZE)).isTrue();

        Files.delete(broken);
        assertThat(suite.restartStopped()).containsExactly("gateway");
        assertThat(ServiceName.values()).allMatch(suite::isReady);
    }

    @Test
    void dataIsKeptUnlessAFreshStartIsRequested() throws SQLException {
        try (Suite first = Suite.start(options, Progress.SILENT)) {
            first.database().create("witness");
        }
        try (Suite second = Suite.start(options.withFresh(false), Progress.SILENT);
                Connection connection = second.database().connect("witness")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        try (Suite third = Suite.start(options.withFresh(true), Progress.SILENT)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> third.database().connect("witness"));
        }
    }

    @Test
    void externalDatabaseServerIsUsedAndNotStopped() throws SQLException {
        try (Suite lender = Suite.start(options, Progress.SILENT)) {
            String url = "postgresql://%s:%s@%s/"
                    .formatted(
                            lender.database().user(),
                            lender.database().password(),
                            lender.database().address());
            StateDirectory second = new StateDirectory(directory.resolve("second"));
            SuiteOptions borrowing = SuiteOptions.isolated(options.home(), second.path())
                    .withFresh(false)
                    .withDatabaseUrl(Optional.of(url));
            try (Suite borrower = Suite.start(borrowing, Progress.SILENT)) {
                assertThat(borrower.process("postgres")).isEmpty();
                assertThat(borrower.database().port())
                        .isEqualTo(lender.database().port());
            }
            try (Connection connection = lender.database().connect("postgres")) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void filesWithThePasswordAreReadableByTheOwnerOnly() throws IOException {
        Suite.start(options, Progress.SILENT);

        assertThat(Files.getPosixFilePermissions(state.suiteFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(state.path())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void repositoryThatIsNotPackagedIsRefusedWithTheFix() throws IOException {
        Files.delete(ServiceName.FREEZE.jar(options.home()));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Suite.start(options, Progress.SILENT))
                .withMessageContaining("account-freeze-service")
                .withMessageContaining("mvn -q -B -DskipTests package");
    }
}
