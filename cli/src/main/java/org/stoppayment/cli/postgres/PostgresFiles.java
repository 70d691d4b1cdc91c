package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.stoppayment.cli.files.FileAction;

/**
 * The directories of a server.
 *
 * @param runAs the user that it runs as
 * @param cache where the binaries are unpacked
 * @param directory the server's directory; contains {@code data}
 */
record PostgresFiles(RunAs runAs, Path cache, Path directory) {

    private static final Path NOBODY_ROOT = Path.of("/var/tmp/stoppay");

    /** The directories of a server whose state belongs in {@code directory}. */
    static PostgresFiles of(RunAs runAs, Path directory) {
        return runAs == RunAs.NOBODY
                ? new PostgresFiles(
                        runAs, NOBODY_ROOT.resolve("cache"), NOBODY_ROOT.resolve("data-" + fingerprint(directory)))
                : new PostgresFiles(runAs, userCache(System.getenv()), directory);
    }

    static Path userCache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home", "/tmp"), ".cache") : Path.of(cache);
        boolean usable = Files.isWritable(base) || (!Files.exists(base) && Files.isWritable(base.getParent()));
        return (usable ? base : Path.of(System.getProperty("java.io.tmpdir", "/tmp"))).resolve("stoppay");
    }

    Path data() {
        return directory.resolve("data");
    }

    /** Creates the directory, for the server's user only. */
    void create() {
        try {
            Files.createDirectories(directory);
            if (runAs == RunAs.NOBODY) {
                giveToNobody(directory);
            }
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw FileAction.CREATE.failed(directory, e);
        }
    }

    /** Makes the server's user the owner of a file. */
    void giveToServer(Path file) throws IOException {
        if (runAs == RunAs.NOBODY) {
            giveToNobody(file);
        }
    }

    private static void giveToNobody(Path path) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }

    private static String fingerprint(Path directory) {
        try {
            byte[] path = directory.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(path))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
