package org.stoppayment.cli.command.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.FakeHome;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;

class ForegroundSuiteTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private SuiteOptions options;
    private ForegroundSuite foreground;

    @BeforeEach
    void makeRepository() throws Exception {
        Path home = FakeHome.below(directory);
        options = SuiteOptions.isolated(home, home.resolve(".stoppay"));
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        foreground = new ForegroundSuite(new Console(stream, stream, false));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<String> processesOfTheHouse() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.flatMap(process -> process.info().arguments().stream())
                    .flatMap(Stream::of)
                    .filter(argument -> argument.startsWith(options.home().toString()))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting the database", "postgresql://"})
    void ctrlCWhileStartingLeavesNothingRunning(String step) {
        CompletableFuture<Suite> start = CompletableFuture.supplyAsync(() -> foreground.start(options));
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> said().contains(step));

        foreground.stopAll();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(start::get)
                .withCauseInstanceOf(CliException.class);
        assertThat(processesOfTheHouse()).isEmpty();
        foreground.close();
    }

    @Test
    void ctrlCAfterStartStopsEverythingWithoutReportingServicesAsStopped() throws Exception {
        foreground.start(options);
        CompletableFuture<Void> stay = CompletableFuture.runAsync(foreground::awaitEnd);

        foreground.stopAll();

        stay.get(30, TimeUnit.SECONDS);
        assertThat(processesOfTheHouse()).isEmpty();
        assertThat(said()).contains("stopped").doesNotContain("by itself");
        foreground.close();
    }

    @Test
    void detachedSuiteKeepsRunning() {
        Suite suite = foreground.start(options);

        foreground.detach();
        foreground.close();

        assertThat(suite.state().isAlive()).isTrue();
        suite.shutdown();
        assertThat(processesOfTheHouse()).isEmpty();
    }
}
