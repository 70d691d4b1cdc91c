package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Node example, where Node is installed and {@code npm ci --prefix docs/dispatch} has been run, as in CI. */
class NodeExampleTest {

    private static final Path DISPATCH = Path.of("..", "docs", "dispatch");

    @TempDir
    private Path folder;

    private ExampleIdentity identity;

    @BeforeEach
    void requireNode() throws Exception {
        assumeTrue(isInstalled(), "no Node, or its packages are missing: npm ci --prefix docs/dispatch");
        identity = ExampleIdentity.make(folder, "case-intake");
    }

    private static boolean isInstalled() {
        try {
            return Files.isDirectory(DISPATCH.resolve("node_modules"))
                    && new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException noNode) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSampleReportIsSentAndWhatToAskIsPrinted() throws Exception {
        try (FakeIntake intake = new FakeIntake(identity.server())) {
            Run run = run(intake.address());

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output())
                    .contains("case " + FakeIntake.CASE_ID)
                    .contains("ask: transfers[0].transferredAt value: none");
        }
    }

    @Test
    void whileThereIsNoAnswerTheSameReportIsSentAgain() throws Exception {
        Status[] fiveByTheChannelThenOnceMore = {
            Status.UNAVAILABLE,
            Status.UNAVAILABLE,
            Status.UNAVAILABLE,
            Status.UNAVAILABLE,
            Status.UNAVAILABLE,
            Status.DEADLINE_EXCEEDED
        };
        try (FakeIntake intake = new FakeIntake(identity.server(), fiveByTheChannelThenOnceMore)) {
            Run run = run(intake.address());

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output())
                    .contains("no answer (UNAVAILABLE)", "no answer (DEADLINE_EXCEEDED)", FakeIntake.CASE_ID);
            assertThat(intake.seen.stream().map(FakeIntake.Seen::requestId).distinct())
                    .containsExactly("0193a000-0000-7000-8000-0000000000c1");
        }
    }

    @Test
    void aReportThatIsRefusedIsNotSentAgain() throws Exception {
        try (FakeIntake intake = new FakeIntake(identity.server(), Status.INVALID_ARGUMENT)) {
            Run run = run(intake.address());

            assertThat(run.exitCode()).isNotZero();
            assertThat(run.output()).contains("INVALID_ARGUMENT").doesNotContain("no answer");
            assertThat(intake.seen).hasSize(1);
        }
    }

    private record Run(int exitCode, String output) {}

    private Run run(String address) throws Exception {
        Path output = folder.resolve("run.txt");
        List<String> command = new ArrayList<>(List.of(
                "node",
                DISPATCH.resolve("report-fraud.js").toString(),
                address,
                DISPATCH.resolve("sample.report.json").toString()));
        command.addAll(identity.arguments());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
