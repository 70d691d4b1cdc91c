package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.waiting.Polling;

/**
 * A Postgres server that outlives the process that started it. Its settings are durable: committed data survives a crash of
 * the server and of the machine. It logs no values, because a failing row contains personal data.
 */
public final class PostgresServer {

    private static final String USER = "stoppayment";
    private static final String START_TIMEOUT_SECONDS = "60";
    private static final String STOP_TIMEOUT_SECONDS = "30";
    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private final PostgresFiles files;
    private final PostmasterFile postmaster;
    private final Path log;

    /**
     * @param directory the directory of its data
     * @param log the file that it logs to
     */
    public PostgresServer(Path directory, Path log) {
        this(directory, log, RunAs.forThisUser());
    }

    PostgresServer(Path directory, Path log, RunAs runAs) {
        this.files = PostgresFiles.of(runAs, directory.toAbsolutePath());
        this.postmaster = new PostmasterFile(files.data());
        this.log = log;
    }

    /**
     * Starts it; creates its data directory if there is none.
     *
     * @param password password of its user; must not change while the data exists
     * @return its process id
     */
    public long start(int port, String password) {
        Path binaries = PostgresBinaries.forThisMachine().unpackTo(files.cache());
        try {
            files.create();
            if (!Files.exists(files.data().resolve("PG_VERSION"))) {
                initialise(binaries, password);
            }
            Files.writeString(files.data().resolve("stoppay.conf"), settings(port));
            postmaster.deleteIfOfZombie();
        } catch (IOException e) {
            throw FileAction.SET_UP_POSTGRES.failed(files.directory(), e);
        }
        pgCtl(binaries, PostgresText.NOT_STARTED, "start", "-t", START_TIMEOUT_SECONDS);
        return postmaster.pid();
    }

    /**
     * Stops it fast: open transactions are rolled back. Waits for the end of the process too, because {@code pg_ctl} waits only
     * for the removal of the PID file, which comes a moment earlier.
     */
    public void stop() {
        Optional<ProcessHandle> process = ProcessHandle.of(postmaster.pid());
        Path binaries = PostgresBinaries.forThisMachine().unpackTo(files.cache());
        pgCtl(binaries, PostgresText.NOT_STOPPED, "stop", "-m", "fast", "-t", STOP_TIMEOUT_SECONDS);
        process.ifPresent(PostgresServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        if (!Polling.until(EXIT_TIMEOUT, POLL_INTERVAL, () -> !process.isAlive() || Zombies.isZombie(process.pid()))) {
            throw CliException.failed(PostgresText.DOES_NOT_END, Long.toString(process.pid()));
        }
    }

    /** Deletes all of its data. It must be stopped. */
    public void delete() {
        FileTrees.delete(files.directory());
    }

    /** Its address and login. */
    public static DatabaseServer address(int port, String password) {
        return new DatabaseServer("127.0.0.1", port, USER, password);
    }

    private void initialise(Path binaries, String password) throws IOException {
        Path passwordFile = Files.createTempFile(
                files.directory(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            files.giveToServer(passwordFile);
            run(
                    List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "-D",
                            files.data().toString(),
                            "-U",
                            USER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "-E",
                            "UTF8",
                            "--no-locale",
                            "--data-checksums"),
                    PostgresText.NOT_INITIALISED);
        } finally {
            Files.delete(passwordFile);
        }
        Path settings = files.data().resolve("postgresql.conf");
        Files.writeString(settings, Files.readString(settings) + "\ninclude = 'stoppay.conf'\n");
    }

    private void pgCtl(Path binaries, PostgresText failure, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(binaries.resolve("bin/pg_ctl").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-w", "-D", files.data().toString()));
        run(command, failure);
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

    private void run(List<String> command, PostgresText failure) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(files.runAs().command(command))
                    .directory(files.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("LC_ALL", "C");
            int code = exitCode(builder.start());
            if (code != 0) {
                throw CliException.failed(PostgresText.FAILED, Text.of(failure), code, LogTail.textOf(log));
            }
        } catch (IOException e) {
            throw FileAction.START.failed(command.get(0), e);
        }
    }

    /** Waits even when interrupted; a server that is still starting would be left running otherwise. */
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
