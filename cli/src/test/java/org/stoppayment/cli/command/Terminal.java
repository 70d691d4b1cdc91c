package org.stoppayment.cli.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ErrorTrackingStream;
import org.stoppayment.kernel.SystemTime;

/** Runs commands and captures their output. */
public final class Terminal {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
    private final Path workingDirectory;
    private String input = "";
    private boolean interactive;

    public Terminal(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    public Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Terminal typing(String text) {
        input = text;
        return this;
    }

    /** A person types this when asked. */
    Terminal answering(String text) {
        interactive = true;
        return typing(text);
    }

    public int run(String... arguments) {
        out.reset();
        return runInto(out, arguments);
    }

    /** Runs with another standard output. */
    int runInto(OutputStream results, String... arguments) {
        err.reset();
        return Stoppay.run(context(results), arguments);
    }

    /** What a command runs in. */
    Context context() {
        return context(out);
    }

    private Context context(OutputStream results) {
        Console console = new Console(
                new ErrorTrackingStream(results), new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return new Context(
                console,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                interactive,
                environment,
                workingDirectory,
                SystemTime.SOURCE);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
