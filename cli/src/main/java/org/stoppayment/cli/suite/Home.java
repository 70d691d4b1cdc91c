package org.stoppayment.cli.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.stoppayment.cli.output.CliException;

/** Finds the repository with the packaged services and the cases. */
public final class Home {

    /** System property that the launcher sets. */
    public static final String PROPERTY = "stoppay.home";

    private Home() {}

    /** The repository that the launcher named, or the nearest one at or above {@code from}. */
    public static Path find(Path from) {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        return above(from.toAbsolutePath().normalize())
                .orElseThrow(() -> CliException.usage(SuiteText.NO_REPOSITORY, from));
    }

    /** The rules of stops in the repository {@code home}. */
    static Path rules(Path home) {
        return home.resolve("rules").resolve("cn-2016-86.yaml");
    }

    /** The rules of freezes for the demo. */
    public static Path demoHoldRules(Path home) {
        return home.resolve("rules").resolve("demo-short-terms.yaml");
    }

    private static Optional<Path> above(Path from) {
        for (Path path = from; path != null; path = path.getParent()) {
            if (Files.isRegularFile(path.resolve("config/institutions.yaml"))) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
