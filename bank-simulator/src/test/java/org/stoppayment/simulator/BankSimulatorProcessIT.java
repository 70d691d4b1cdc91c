package org.stoppayment.simulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process. */
@Timeout(60)
class BankSimulatorProcessIT {

    private static final Pattern READY =
            Pattern.compile("bank-simulator ready: 1 institutions, control API at (\\S+), .*");
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path registry = Files.writeString(folder.resolve("registry.yaml"), """
                institutions:
                  - {code: "102100099996", endpoint: "http://127.0.0.1:%d", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
                """.formatted(port));
        new TestCertificates(folder).of(List.of("102100099996"));
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        "target/bank-simulator.jar",
                        "--registry",
                        registry.toString(),
                        "--control-port",
                        "0",
                        "--gateway",
                        "https://127.0.0.1:1",
                        "--certificates",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void printsOneLineWhenReadyServesAndExitsOnSigterm() throws IOException, InterruptedException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.readString(output()).endsWith("\n"));
        Matcher ready = READY.matcher(Files.readString(output()).strip());
        assertThat(ready.matches()).isTrue();

        given().baseUri(ready.group(1)).get("/health").then().statusCode(200);
        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(Files.readString(output()).strip())
                .as("nothing else is printed")
                .isEqualTo(ready.group());
    }

    private Path output() {
        return folder.resolve("output.txt");
    }
}
