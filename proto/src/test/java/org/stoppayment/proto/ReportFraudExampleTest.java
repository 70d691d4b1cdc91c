package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ServerCredentials;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
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
    private static final String PASSWORD = "for-this-test-only";

    @TempDir
    static Path folder;

    @BeforeAll
    static void compiles() throws IOException {
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
        try (FakeIntake intake = new FakeIntake()) {
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
        try (FakeIntake intake = new FakeIntake(fiveByTheChannelThenOnceMore)) {
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
        try (FakeIntake intake = new FakeIntake(Status.INVALID_ARGUMENT)) {
            Run run = run(intake.address());

            assertThat(run.exitCode()).isNotZero();
            assertThat(run.output()).contains("INVALID_ARGUMENT").doesNotContain("no answer");
            assertThat(intake.seen).hasSize(1);
        }
    }

    @Test
    void withCertificatesBothSidesProveWhoTheyAre() throws Exception {
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        makeKey(certificate, key);
        ServerCredentials mutual = TlsServerCredentials.newBuilder()
                .keyManager(certificate.toFile(), key.toFile())
                .trustManager(certificate.toFile())
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build();
        try (FakeIntake intake = new FakeIntake(mutual)) {
            Run run = run(intake.address(), certificate.toString(), key.toString(), certificate.toString());

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).contains("case " + FakeIntake.CASE_ID);
        }
    }

    private record Run(int exitCode, String output) {}

    private static Run run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(java("java"), "-cp", folder + File.pathSeparator + classPath(), "ReportFraudExample"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Run run(List<String> command) throws Exception {
        Path output = Files.createTempFile(folder, "run", ".txt");
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

    /** One self-signed key pair for both sides: who trusts it accepts it. */
    private static void makeKey(Path certificate, Path key) throws Exception {
        Path store = folder.resolve("store.p12");
        Run keytool = run(List.of(
                java("keytool"),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        assertThat(keytool.exitCode()).as(keytool.output()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key own = keys.getKey("own", PASSWORD.toCharArray());
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", own.getEncoded()));
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
