package org.stoppayment.cli.command.common;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.stoppayment.cli.output.Console;

/**
 * The environment of a command.
 *
 * @param console the terminal
 * @param input standard input
 * @param environment environment variables
 * @param workingDirectory resolves relative paths
 * @param clock the time
 */
public record Context(
        Console console,
        InputStream input,
        Map<String, String> environment,
        Path workingDirectory,
        InstantSource clock) {}
