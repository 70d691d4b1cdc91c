package org.stoppayment.cli.command.common;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.text.InstitutionNames;
import org.stoppayment.cli.text.Texts;

/**
 * What one command line runs in: the terminal, the environment, and the options that every command has.
 *
 * @param console the terminal
 * @param input standard input
 * @param interactive true when a person can be asked: the input comes from a terminal
 * @param environment environment variables
 * @param workingDirectory resolves relative paths
 * @param clock the time
 * @param state which suite; the root command fills it in
 * @param output the form of results; the root command fills it in
 */
public record Context(
        Console console,
        InputStream input,
        boolean interactive,
        Map<String, String> environment,
        Path workingDirectory,
        InstantSource clock,
        StateOption state,
        OutputOption output) {

    /** A context whose options are not given yet. */
    public Context(
            Console console,
            InputStream input,
            boolean interactive,
            Map<String, String> environment,
            Path workingDirectory,
            InstantSource clock) {
        this(console, input, interactive, environment, workingDirectory, clock, new StateOption(), new OutputOption());
    }

    /** The terminal; rows of tables have one line each when that is asked for. */
    @Override
    public Console console() {
        return output.wide() ? console.wide() : console;
    }

    /** The state directory by option, environment variable or default. */
    public StateDirectory stateDirectory() {
        return state.directory(this);
    }

    /** The running suite; throws with a fix when there is none. */
    public Suite suite() {
        return state.running(this);
    }

    /** The same, with what people read in another language or time zone. */
    public Context in(Texts texts) {
        return with(console.in(texts));
    }

    /** The same, with names of institutions. */
    public Context naming(InstitutionNames names) {
        return with(console.naming(names));
    }

    private Context with(Console other) {
        return new Context(other, input, interactive, environment, workingDirectory, clock, state, output);
    }
}
