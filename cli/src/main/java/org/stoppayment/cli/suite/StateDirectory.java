package org.stoppayment.cli.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.postgres.FileTrees;

/**
 * Everything that a suite leaves on disk, readable by its owner alone.
 *
 * @param path the directory
 */
public record StateDirectory(Path path) {

    public StateDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** What runs, and where. */
    public Path suiteFile() {
        return path.resolve("suite.json");
    }

    /** The registry with the simulator's ports. */
    public Path registry() {
        return path.resolve("institutions.yaml");
    }

    /** The log of a process. */
    public Path log(String process) {
        return path.resolve("log").resolve(process + ".log");
    }

    /** The database's files. */
    public Path postgres() {
        return path.resolve("postgres");
    }

    /** Held while the suite is started or stopped. */
    Path lock() {
        return path.resolve("lock");
    }

    /** Makes the directory and the one for logs. */
    void create() {
        try {
            Files.createDirectories(path.resolve("log"));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path, e);
        }
    }

    /** Deletes what a suite left, and nothing else that may be in there. */
    void clear() {
        try {
            Files.deleteIfExists(suiteFile());
            Files.deleteIfExists(registry());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + path, e);
        }
        FileTrees.delete(path.resolve("log"));
    }

    /** What was written last, empty when no suite was started here or it was stopped. */
    public Optional<SuiteState> read() {
        try {
            return Files.exists(suiteFile())
                    ? Optional.of(Json.MAPPER.readValue(suiteFile().toFile(), SuiteState.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw CliException.failed(suiteFile() + " cannot be read: " + e.getOriginalMessage()
                    + "\n  fix: stop the processes of the suite by hand, then delete the file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + suiteFile(), e);
        }
    }

    void write(SuiteState state) {
        writeSecret(suiteFile(), Json.of(state));
    }

    /** The password of the suite's own database, made when there is no data yet and kept for as long as the data. */
    String databasePassword() {
        Path file = postgres().resolve("password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createDirectories(postgres());
                writeSecret(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void writeSecret(Path file, String content) {
        try {
            Path whole = Files.createTempFile(
                    file.getParent(),
                    "new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(whole, content);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(suiteFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + suiteFile(), e);
        }
    }
}
