package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.text.Language;

/**
 * The packaged command, {@code ./stoppay}, as a person uses it: each run is a process of its own, in the language of that person. No
 * line of a result is wider than 80 columns, but for commands to paste.
 */
public final class PackagedCommand {

    private static final Path SCRIPT = Home.find(Path.of("")).resolve("stoppay");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int COLUMNS = 80;

    /** Shows messages as they were sent, in whatever width. */
    private static final String TRIAL = "bank try";

    private final Language language;
    private final Map<String, String> variables = new HashMap<>();

    /** @param state the state directory of the suite that it talks to */
    public PackagedCommand(Language language, Path state) {
        this.language = language;
        variables.put("STOPPAY_STATE", state.toAbsolutePath().toString());
        variables.put("STOPPAY_BUILD", "never");
    }

    /** The same person's environment has this variable from now on. */
    public PackagedCommand export(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** The language of the person. */
    public Language language() {
        return language;
    }

    /** What the person reads: the one or the other, by the language. */
    public String words(String english, String chinese) {
        return language == Language.ZH ? chinese : english;
    }

    /** Runs the command to its end. Nobody answers its questions. */
    public Printed run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(SCRIPT.toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--lang", language.name().toLowerCase(Locale.ROOT)));
        Printed printed = run(line);
        if (!String.join(" ", arguments).startsWith(TRIAL)) {
            assertThat(printed.out().lines())
                    .as("columns of %s", printed)
                    .filteredOn(each -> !each.contains(SCRIPT.toString())) // a command to paste is not broken
                    .allSatisfy(each -> assertThat(DisplayWidth.of(each)).isLessThanOrEqualTo(COLUMNS));
        }
        return printed;
    }

    private Printed run(List<String> line) {
        try {
            Path out = Files.createTempFile("stoppay", ".out");
            Path err = Files.createTempFile("stoppay", ".err");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("STOPPAY"));
            builder.environment().putAll(variables);
            Process process = builder.start();
            try {
                assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                        .as("%s ends", line)
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            Printed printed = new Printed(String.join(" ", line), process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return printed;
        } catch (IOException notRun) {
            throw new UncheckedIOException(notRun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
