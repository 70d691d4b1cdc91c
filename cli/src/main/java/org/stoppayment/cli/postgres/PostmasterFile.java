package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.waiting.Polling;

/** The PID file {@code postmaster.pid} in the data directory of a server. */
final class PostmasterFile {

    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Path data;

    PostmasterFile(Path data) {
        this.data = data;
    }

    /** The process id of the server. */
    long pid() {
        try {
            return Long.parseLong(Files.readAllLines(file()).get(0).trim());
        } catch (IOException e) {
            throw FileAction.READ_POSTGRES_PROCESS.failed(data, e);
        }
    }

    /**
     * Deletes the file when its server is a zombie, because Postgres would not start otherwise. Waits until the backends of the
     * old server have ended: two servers on one directory would destroy it.
     */
    void deleteIfOfZombie() {
        if (!Files.exists(file()) || !Zombies.isZombie(pid())) {
            return;
        }
        if (!Polling.until(EXIT_TIMEOUT, POLL_INTERVAL, () -> !isInUse())) {
            throw CliException.failed(PostgresText.STILL_USED, data);
        }
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw FileAction.DELETE.failed(file(), e);
        }
    }

    /** The working directory of every server process is the data directory. */
    private boolean isInUse() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.map(process -> process.resolve("cwd")).anyMatch(this::pointsToData);
        } catch (IOException e) {
            throw FileAction.LIST_PROCESSES.failed("/proc", e);
        }
    }

    private boolean pointsToData(Path link) {
        try {
            return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
