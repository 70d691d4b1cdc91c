package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.waiting.Polling;

/** The file by which a server says that it owns its data directory. */
final class PostmasterFile {

    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final Path data;

    PostmasterFile(Path data) {
        this.data = data;
    }

    /** Id of the server's process. */
    long pid() {
        try {
            return Long.parseLong(Files.readAllLines(file()).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres left no process id in " + data, e);
        }
    }

    /**
     * Deletes the file when its server is a zombie, because Postgres would refuse to start beside it for ever. The server's
     * backends, which end by themselves, are waited for: two generations on one directory would destroy it.
     */
    void deleteIfOfZombie() {
        if (!Files.exists(file()) || !Zombies.contain(pid())) {
            return;
        }
        if (!Polling.until(TO_END, OFTEN, () -> !isInUse())) {
            throw CliException.failed("processes of a crashed Postgres still use " + data + "\n  fix: end them");
        }
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(), e);
        }
    }

    /** Every process of a server works in its data directory. */
    private boolean isInUse() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.map(process -> process.resolve("cwd")).anyMatch(this::leadsHere);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the processes", e);
        }
    }

    private boolean leadsHere(Path link) {
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
