package org.stoppayment.cli.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.tukaani.xz.XZInputStream;

/** The binaries of Postgres, unpacked once per machine from the archive on the class path. */
public final class PostgresBinaries {

    private static final int EXECUTABLE = 0100;

    private final String archive;

    private PostgresBinaries(String archive) {
        this.archive = archive;
    }

    /** The binaries for this machine; throws with a fix where there are none. */
    public static PostgresBinaries forThisMachine() {
        String archive = archiveName(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        if (PostgresBinaries.class.getResource("/" + archive) == null) {
            throw CliException.failed(PostgresText.NO_BINARIES, archive);
        }
        return new PostgresBinaries(archive);
    }

    static String archiveName(String os, String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    /** Unpacks them into {@code cache} unless that was done before, and returns their directory. */
    public Path unpackTo(Path cache) {
        synchronized (PostgresBinaries.class) { // a file lock excludes other processes only, not other threads
            return unpackUnderFileLock(cache);
        }
    }

    private Path unpackUnderFileLock(Path cache) {
        try {
            Path target = cache.resolve("postgres-" + digest().substring(0, 16));
            Files.createDirectories(cache);
            try (FileChannel lockFile = FileChannel.open(
                            cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                if (lock.isValid() && !Files.exists(target.resolve("complete"))) {
                    unpack(target);
                    Files.createFile(target.resolve("complete"));
                }
            }
            return target;
        } catch (ClosedByInterruptException | FileLockInterruptionException interrupted) {
            throw CliException.interrupted();
        } catch (IOException e) {
            throw FileAction.UNPACK_POSTGRES.failed(cache, e);
        }
    }

    private void unpack(Path target) throws IOException {
        try (InputStream packed = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("hard link in the archive: " + entry.getName());
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & EXECUTABLE) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private String digest() throws IOException {
        try (InputStream packed = open();
                DigestInputStream digested =
                        new DigestInputStream(new BufferedInputStream(packed), MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private InputStream open() throws IOException {
        InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new IOException("not on the class path: " + archive);
        }
        return stream;
    }
}
