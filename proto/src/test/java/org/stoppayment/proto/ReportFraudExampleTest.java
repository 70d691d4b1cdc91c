package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that integrators copy compiles without a warning and does what it says, in a JVM of its own. */
class ReportFraudExampleTest {

    private static final Path DISPATCH = Path.of("..", "docs", "dispatch");
    private static final Path[] EXAMPLE = {
        DISPATCH.resolve("ReportFraudExample.java"), DISPATCH.resolve("IntakeConnection.java")
    };

    @TempDir
    static Path folder;

    private static ExampleIdentity identity;

    @BeforeAll
    static void compiles() throws Exception {
        identity = ExampleIdentity.make(folder.resolve("tls"), "case-intake");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-encoding",
                                    "UTF-8",
                                    "-proc:none",
                                    "-Xlint:all,-path,-processing",
                                    "-Werror",
                                    "-cp",
                                    classPath(),
                                    "-d",
                                    folder.toString()),
                            null,
                            files.getJavaFileObjects(EXAMPLE))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @Test
    void sendingAReportTakesTwentyLines() throws IOException {
        String source = Files.readString(EXAMPLE[0]);

        assertThat(source.substring(source.indexOf("public final class"))
                        .lines()
                        .filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theCaseAndItsWarningsArePrinted() throws Exception {
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
            assertThat(intake.seen).hasSize(7);
            assertThat(intake.seen.stream().map(FakeIntake.Seen::requestId).distinct())
                    .hasSize(1);
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

    @Test
    void anIntakeWithAnotherNameIsNotTold() throws Exception {
        ExampleIdentity other = ExampleIdentity.make(folder.resolve("other"), "account-freeze");
        try (FakeIntake freeze = new FakeIntake(other.server())) {
            Path output = folder.resolve("other.txt");
            Process process = start(freeze.address(), other, output);
            try {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Files.readString(output).contains("no answer (UNAVAILABLE)"));
            } finally {
                process.destroyForcibly();
            }

            assertThat(freeze.seen).isEmpty();
        }
    }

    private record Run(int exitCode, String output) {}

    private static Run run(String address) throws Exception {
        Path output = Files.createTempFile(folder, "run", ".txt");
        Process process = start(address, identity, output);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    private static Process start(String address, ExampleIdentity own, Path output) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(java("java"), "-cp", folder + File.pathSeparator + classPath(), "ReportFraudExample", address));
        command.addAll(own.arguments());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
