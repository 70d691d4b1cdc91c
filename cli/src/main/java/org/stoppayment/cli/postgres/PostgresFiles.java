package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where a server keeps its files.
 *
 * @param runAs as whom it runs
 * @param cache where the binaries are unpacked
 * @param directory the server's own directory, below which {@code data} is
 */
record PostgresFiles(RunAs runAs, Path cache, Path directory) {

    private static final Path REACHABLE_BY_NOBODY = Path.of("/var/tmp/stoppay");

    /** The place for a server whose state belongs in {@code directory}. */
    static PostgresFiles of(RunAs runAs, Path directory) {
        return runAs == RunAs.NOBODY
                ? new PostgresFiles(
                        runAs,
                        REACHABLE_BY_NOBODY.resolve("cache"),
                        REACHABLE_BY_NOBODY.resolve("data-" + fingerprint(directory)))
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

    /** Makes the directory, for the server's user alone. */
    void create() {
        try {
            Files.createDirectories(directory);
            if (runAs == RunAs.NOBODY) {
                giveToNobody(directory);
            }
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }

    /** Lets the server's user read a file of its own. */
    void own(Path file) throws IOException {
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
