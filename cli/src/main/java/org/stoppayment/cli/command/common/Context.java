package org.stoppayment.cli.command.common;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.InstitutionNames;
import org.stoppayment.cli.text.Texts;

/**
 * The environment of a command.
 *
 * @param console the terminal
 * @param input standard input
 * @param interactive true when a person can be asked: the input comes from a terminal
 * @param environment environment variables
 * @param workingDirectory resolves relative paths
 * @param clock the time
 */
public record Context(
        Console console,
        InputStream input,
        boolean interactive,
        Map<String, String> environment,
        Path workingDirectory,
        InstantSource clock) {

    /** The same, with what people read in another language or time zone. */
    public Context in(Texts texts) {
        return with(console.in(texts));
    }

    /** The same, with names of institutions. */
    public Context naming(InstitutionNames names) {
        return with(console.naming(names));
    }

    private Context with(Console other) {
        return new Context(other, input, interactive, environment, workingDirectory, clock);
    }
}
