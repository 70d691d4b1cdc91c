package org.stoppayment.cli.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.files.PrivateFile;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.postgres.FileTrees;

/**
 * The files of a suite on disk, readable by its owner only.
 *
 * @param path the directory
 */
public record StateDirectory(Path path) {

    public StateDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The state of the suite, as JSON. */
    public Path suiteFile() {
        return path.resolve("suite.json");
    }

    /** The registry of the gateway: the simulated institutions with their ports, and the connected ones. */
    public Path registry() {
        return path.resolve("institutions.yaml");
    }

    /** The registry of the simulator. */
    Path simulated() {
        return path.resolve("simulated.yaml");
    }

    /** The institutions that {@code bank add} connected. They stay when the suite begins afresh. */
    Path connected() {
        return path.resolve("connected.yaml");
    }

    /** The secrets that were made for simulated institutions. */
    Path secrets() {
        return path.resolve("secrets.yaml");
    }

    /** The certificates of the suite. They stay when the suite begins afresh. */
    public CertificateFiles certificates() {
        return new CertificateFiles(path.resolve("tls"));
    }

    /** The log of a process. */
    public Path log(String process) {
        return path.resolve("log").resolve(process + ".log");
    }

    /** The database's files. */
    public Path postgres() {
        return path.resolve("postgres");
    }

    /** The lock file that is held while the suite is started or stopped. */
    Path lock() {
        return path.resolve("lock");
    }

    /** Creates the directory and its log directory. */
    void create() {
        try {
            Files.createDirectories(path.resolve("log"));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw FileAction.CREATE.failed(path, e);
        }
    }

    /** Deletes the files of a suite, but no others. */
    void clear() {
        try {
            Files.deleteIfExists(suiteFile());
            Files.deleteIfExists(registry());
            Files.deleteIfExists(simulated());
        } catch (IOException e) {
            throw FileAction.CLEAR.failed(path, e);
        }
        FileTrees.delete(path.resolve("log"));
    }

    /** The last state, empty when no suite was started here or it was stopped. */
    public Optional<SuiteState> read() {
        try {
            return Files.exists(suiteFile()) ? Optional.of(SuiteStateParser.parse(suiteFile())) : Optional.empty();
        } catch (IOException e) {
            throw FileAction.READ.failed(suiteFile(), e);
        }
    }

    void write(SuiteState state) {
        writeSecret(suiteFile(), Json.of(state));
    }

    /** The password of the suite's own database, created with the data directory and kept with it. */
    String databasePassword() {
        return password("password");
    }

    /** The password of a service's database role. */
    public String rolePassword(String role) {
        return password("password-" + role);
    }

    private String password(String name) {
        Path file = postgres().resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createDirectories(postgres());
                writeSecret(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw FileAction.READ.failed(file, e);
        }
    }

    /** Writes a file that only its owner can read, as a whole or not at all. */
    static void writeSecret(Path file, String content) {
        PrivateFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The text of a file, empty when there is no such file. */
    static Optional<String> textOf(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw FileAction.READ.failed(file, e);
        }
    }

    /** Gives a file the text that it had before, or deletes it when there was no such file. */
    static void restore(Path file, Optional<String> before) {
        try {
            if (before.isPresent()) {
                writeSecret(file, before.get());
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw FileAction.RESTORE.failed(file, e);
        }
    }

    void deleteState() {
        try {
            Files.deleteIfExists(suiteFile());
        } catch (IOException e) {
            throw FileAction.DELETE.failed(suiteFile(), e);
        }
    }
}
