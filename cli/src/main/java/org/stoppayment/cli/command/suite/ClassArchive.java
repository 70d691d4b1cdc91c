package org.stoppayment.cli.command.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.stoppayment.cli.output.CliException;

/**
 * The archive of the command's classes, which the launcher gives to the JVM: it maps them into memory instead of loading and verifying
 * them. The JVM ignores an archive that does not fit its version or the jars, but ends with SIGBUS when a part of the file is
 * missing. So the archive becomes visible only when all of it is on the disk, and its name has its size, which the launcher checks.
 *
 * <p>A command without an archive does the same, later. Nothing here is a failure of the command that makes it.
 */
final class ClassArchive {

    private static final String PREFIX = "classes-";
    private static final String SUFFIX = ".jsa";
    private static final int TIMEOUT_SECONDS = 60;

    private final Path jar;
    private final Path directory;

    /** @param jar the jar of the command; its libraries are beside it, in {@code lib} */
    ClassArchive(Path jar) {
        this.jar = jar;
        this.directory = jar.resolveSibling("");
    }

    /**
     * Makes the archive unless there is one of these jars and this JVM.
     *
     * @param program class of the jar that loads what is to be archived, and its arguments
     */
    void refresh(List<String> program) {
        if (!Files.isRegularFile(jar) || !Files.isWritable(directory)) {
            return;
        }
        try {
            if (!isFresh()) {
                make(program);
            }
        } catch (IOException notMade) {
            // The command starts without it, as it did before.
        }
    }

    private boolean isFresh() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(jar));
        Path libraries = directory.resolve("lib");
        if (Files.isDirectory(libraries)) {
            jars.addAll(list(libraries, ""));
        }
        FileTime newest = FileTime.fromMillis(0);
        for (Path each : jars) {
            FileTime changed = Files.getLastModifiedTime(each);
            newest = changed.compareTo(newest) > 0 ? changed : newest;
        }
        for (Path archive : list(directory, PREFIX + jvm())) {
            if (Files.getLastModifiedTime(archive).compareTo(newest) > 0
                    && archive.endsWith(name(Files.size(archive)))) {
                return true;
            }
        }
        return false;
    }

    private void make(List<String> program) throws IOException {
        Path temporary = Files.createTempDirectory(directory, "archive");
        Path made = temporary.resolve("new" + SUFFIX);
        try {
            if (run(made, program) && Files.isRegularFile(made)) {
                try (FileChannel file = FileChannel.open(made, StandardOpenOption.READ)) {
                    file.force(true);
                }
                List<Path> earlier = list(directory, PREFIX);
                Path target = directory.resolve(name(Files.size(made)));
                Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
                for (Path old : earlier) {
                    if (!old.equals(target)) {
                        Files.deleteIfExists(old);
                    }
                }
            }
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(temporary);
        }
    }

    /** The class path and the kind of garbage collector must be those of the launcher. */
    private boolean run(Path made, List<String> program) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-XX:ArchiveClassesAtExit=" + made,
                "-Xlog:disable",
                "-cp",
                jar.toString()));
        line.addAll(program);
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            throw CliException.interrupted();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String name(long size) {
        return PREFIX + jvm() + "-" + size + SUFFIX;
    }

    private static String jvm() {
        return System.getProperty("java.vm.version", "").replaceAll("[^A-Za-z0-9.+]", "_");
    }

    private static List<Path> list(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
