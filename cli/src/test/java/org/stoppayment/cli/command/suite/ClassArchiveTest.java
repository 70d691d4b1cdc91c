package org.stoppayment.cli.command.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.fake.ArchivedProgram;

/** The archive of classes is whole or not there, and the JVM takes it. */
class ClassArchiveTest {

    private static final String PROGRAM = ArchivedProgram.class.getName();

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void packageProgram() throws IOException {
        jar = directory.resolve("program.jar");
        String entry = PROGRAM.replace('.', '/') + ".class";
        try (JarOutputStream file = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Objects.requireNonNull(
                        ArchivedProgram.class.getClassLoader().getResourceAsStream(entry))) {
            file.putNextEntry(new JarEntry(entry));
            code.transferTo(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.equals(jar)).toList();
        }
    }

    private void refresh(int exitCode) {
        new ClassArchive(jar).refresh(List.of(PROGRAM, String.valueOf(exitCode)));
    }

    @Test
    void theJvmTakesTheClassesFromTheArchiveWhoseNameEndsInItsSize() throws Exception {
        refresh(0);

        assertThat(files()).hasSize(1);
        Path archive = files().get(0);
        assertThat(archive.getFileName().toString()).endsWith("-" + Files.size(archive) + ".jsa");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:SharedArchiveFile=" + archive,
                        "-Xlog:class+load",
                        "-cp",
                        jar.toString(),
                        PROGRAM,
                        "0")
                .start();
        assertThat(new String(program.getInputStream().readAllBytes()))
                .containsPattern(PROGRAM.replace(".", "\\.") + " source: shared objects file");
    }

    @Test
    void aProgramThatFailsLeavesNothing() throws IOException {
        refresh(1);

        assertThat(files()).isEmpty();
    }

    @Test
    void anArchiveOfTheseJarsStaysAndOneOfEarlierJarsIsReplaced() throws IOException {
        refresh(0);
        Path archive = files().get(0);
        FileTime made = FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 1_000);
        Files.setLastModifiedTime(archive, made);

        refresh(1);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(made.toMillis() + 1_000));
        refresh(0);
        assertThat(files()).hasSize(1);
        assertThat(Files.getLastModifiedTime(files().get(0))).isNotEqualTo(made);
    }
}
