package org.stoppayment.simulator.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.stoppayment.certificates.PemIdentity;

/**
 * The HTTP clients of institutions. Each has connections of its own, on which it shows its own certificate: the gateway takes a callback
 * from the institution that it is about only. Certificates that are replaced are read again.
 */
public final class CallbackClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Optional<Path> certificates;
    private final Map<String, Dated> clients = new ConcurrentHashMap<>();
    private final Executor executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulator-callbacks");
        thread.setDaemon(true);
        return thread;
    });

    /** A client, and when the certificate that it shows was written. */
    private record Dated(FileTime written, HttpClient client) {}

    /**
     * Clients with the certificates in a directory.
     *
     * @param certificates has {@code authorities.crt}, and {@code institution-CODE.crt} and {@code .key} of each; empty for a gateway
     *     that speaks no TLS, as in tests of the simulator alone
     */
    public CallbackClients(Optional<Path> certificates) {
        this.certificates = certificates;
    }

    /**
     * The client of an institution.
     *
     * @throws UncheckedIOException when its certificate cannot be read
     * @throws IllegalArgumentException when the file has other content
     */
    public HttpClient of(String institutionCode) {
        FileTime written = certificates
                .map(directory -> writtenAt(certificate(directory, institutionCode)))
                .orElse(FileTime.fromMillis(0));
        return clients.compute(
                        institutionCode,
                        (code, known) -> known != null && known.written().equals(written)
                                ? known
                                : new Dated(written, open(code)))
                .client();
    }

    private HttpClient open(String institutionCode) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor);
        certificates.ifPresent(directory ->
                builder.sslContext(identity(directory, institutionCode).context()));
        return builder.build();
    }

    private static PemIdentity identity(Path directory, String institutionCode) {
        try {
            return PemIdentity.read(
                    certificate(directory, institutionCode),
                    directory.resolve("institution-" + institutionCode + ".key"),
                    directory.resolve("authorities.crt"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path certificate(Path directory, String institutionCode) {
        return directory.resolve("institution-" + institutionCode + ".crt");
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
