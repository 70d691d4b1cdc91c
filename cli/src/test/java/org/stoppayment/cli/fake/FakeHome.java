package org.stoppayment.cli.fake;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.suite.ServiceName;

/** A repository whose packaged services are {@link FakeProcess}es. */
public final class FakeHome {

    private FakeHome() {}

    /** Creates it below a directory, at a path with a space. Its services are ready before they answer gRPC. */
    public static Path below(Path directory) throws IOException {
        return create(directory, FakeProcess.class);
    }

    /** The same, for tests that call its services. */
    public static Path answeringBelow(Path directory) throws IOException {
        return create(directory, FakeProcess.Answering.class);
    }

    private static Path create(Path directory, Class<?> program) throws IOException {
        Path home = directory.resolve("a repository");
        Files.createDirectories(home.resolve("config"));
        Files.copy(Path.of("../config/institutions.yaml"), home.resolve("config/institutions.yaml"));
        Files.createDirectories(home.resolve("cases"));
        try (Stream<Path> cases = Files.list(Path.of("../cases"))) {
            for (Path file : cases.toList()) {
                Files.copy(file, home.resolve("cases").resolve(file.getFileName()));
            }
        }
        for (ServiceName service : ServiceName.values()) {
            jar(service.jar(home), program);
        }
        return home;
    }

    private static void jar(Path target, Class<?> program) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, program.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Files.createDirectories(target.getParent());
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }
}
