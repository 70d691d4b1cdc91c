package org.stoppayment.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.postgres.DatabaseServer;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.kernel.CertificateSubject;

/** The prototype of the intake that stores with entities: a process as the suite starts its own, with a database of its own. */
public final class PanacheIntake implements AutoCloseable {

    private static final String DATABASE = "stoppayment_panache";
    private static final Path JAR = Path.of("benchmarks/panache-intake/target/quarkus-app/quarkus-run.jar");
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final int SECONDS_TO_STOP = 10;
    private static final int OK = 200;

    private final Process process;
    private final String address;
    private final URI health;

    /** Starts it on the suite's database server, and waits until it is ready. */
    public PanacheIntake(Suite suite) {
        DatabaseServer server = suite.database();
        server.drop(DATABASE);
        server.create(DATABASE);
        int port = freePort();
        this.address = "127.0.0.1:" + port;
        int managementPort = freePort();
        this.health = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        Path jar = Path.of(suite.state().home()).resolve(JAR);
        if (!Files.exists(jar)) {
            throw new IllegalStateException(JAR + ": not packaged (expected: mvn -Pprototype -DskipTests package)");
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xms32m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(suite.directory().log("panache-intake").toFile());
        CertificateFiles certificates = suite.directory().certificates();
        CertificateSubject intake = ServiceName.INTAKE.subject();
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(managementPort),
                        Settings.TLS_CERTIFICATE,
                        certificates.certificate(intake).toString(),
                        Settings.TLS_KEY,
                        certificates.key(intake).toString(),
                        Settings.TLS_AUTHORITIES,
                        certificates.authorities().toString(),
                        "STOPPAYMENT_DB_ADDRESS",
                        server.address(),
                        "STOPPAYMENT_DB_NAME",
                        DATABASE,
                        "STOPPAYMENT_DB_USER",
                        server.user(),
                        "STOPPAYMENT_DB_PASSWORD",
                        server.password(),
                        "STOPPAYMENT_FREEZE_ADDRESS",
                        suite.grpcAddress(ServiceName.FREEZE)));
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop the prototype"));
        if (!Polling.until(TO_START, OFTEN, () -> !process.isAlive() || isReady()) || !process.isAlive()) {
            throw new IllegalStateException(
                    "not ready: see " + suite.directory().log("panache-intake"));
        }
    }

    /** Where it takes reports. */
    public String address() {
        return address;
    }

    private boolean isReady() {
        try {
            return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
