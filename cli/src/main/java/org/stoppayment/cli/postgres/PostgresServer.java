package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.waiting.Polling;

/**
 * A Postgres server of one's own that outlives the process that started it. Its settings are the durable ones: what is
 * committed survives a crash of the server and of the machine. It logs no values (a failing row is personal data).
 */
public final class PostgresServer {

    private static final String USER = "stoppayment";
    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_STOP = 30;
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final PostgresFiles place;
    private final PostmasterFile postmaster;
    private final Path log;

    /**
     * @param directory where it keeps its data
     * @param log the file that it logs to
     */
    public PostgresServer(Path directory, Path log) {
        this(directory, log, RunAs.forThisUser());
    }

    PostgresServer(Path directory, Path log, RunAs runAs) {
        this.place = PostgresFiles.of(runAs, directory.toAbsolutePath());
        this.postmaster = new PostmasterFile(place.data());
        this.log = log;
    }

    /**
     * Starts it, making its data directory first if there is none yet.
     *
     * @param password password of its user, the same for as long as its data lives
     * @return id of its process
     */
    public long start(int port, String password) {
        Path binaries = PostgresBinaries.forThisMachine().unpackedBelow(place.cache());
        try {
            place.create();
            if (!Files.exists(place.data().resolve("PG_VERSION"))) {
                initialise(binaries, password);
            }
            Files.writeString(place.data().resolve("stoppay.conf"), settings(port));
            postmaster.deleteIfOfZombie();
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres cannot be set up in " + place.directory(), e);
        }
        run(
                List.of(
                        binaries.resolve("bin/pg_ctl").toString(),
                        "start",
                        "-w",
                        "-t",
                        Integer.toString(SECONDS_TO_START),
                        "-D",
                        place.data().toString()),
                "Postgres did not start");
        return postmaster.pid();
    }

    /**
     * Stops it fast: open transactions are rolled back, all that was committed is on disk. Its process is gone afterwards, which
     * is a moment later than the file that the server removes as its last deed and that {@code pg_ctl} waits for.
     */
    public void stop() {
        Optional<ProcessHandle> process = ProcessHandle.of(postmaster.pid());
        Path binaries = PostgresBinaries.forThisMachine().unpackedBelow(place.cache());
        run(
                List.of(
                        binaries.resolve("bin/pg_ctl").toString(),
                        "stop",
                        "-w",
                        "-m",
                        "fast",
                        "-t",
                        Integer.toString(SECONDS_TO_STOP),
                        "-D",
                        place.data().toString()),
                "Postgres did not stop");
        process.ifPresent(PostgresServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        if (!Polling.until(TO_END, OFTEN, () -> !process.isAlive() || Zombies.contain(process.pid()))) {
            throw CliException.failed("Postgres has stopped, but its process " + process.pid() + " does not end");
        }
    }

    /** Deletes all of its data; it must not run. */
    public void delete() {
        FileTrees.delete(place.directory());
    }

    /** How to reach it. */
    public static DatabaseServer address(int port, String password) {
        return new DatabaseServer("127.0.0.1", port, USER, password);
    }

    private void initialise(Path binaries, String password) throws IOException {
        Path passwordFile = Files.createTempFile(
                place.directory(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            place.own(passwordFile);
            run(
                    List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "-D",
                            place.data().toString(),
                            "-U",
                            USER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "-E",
                            "UTF8",
                            "--no-locale"),
                    "the database cannot be initialised");
        } finally {
            Files.delete(passwordFile);
        }
        Path settings = place.data().resolve("postgresql.conf");
        Files.writeString(settings, Files.readString(settings) + "\ninclude = 'stoppay.conf'\n");
    }

    private static String settings(int port) {
        return """
            port = %d
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] %%d '
            # A failing row or statement holds personal data.
            log_error_verbosity = terse
            log_min_error_statement = panic
            """.formatted(port);
    }

    private void run(List<String> command, String failure) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(
                            new ArrayList<>(place.runAs().command(command)))
                    .directory(place.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("LC_ALL", "C");
            int code = exitCode(builder.start());
            if (code != 0) {
                throw CliException.failed(failure + " (exit code " + code + ")\n" + LogTail.of(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(failure, e);
        }
    }

    /** Waits to the end also when interrupted: a server that is half started would be left running unknown to anybody. */
    private static int exitCode(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
