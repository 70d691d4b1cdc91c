package org.stoppayment.cli.command.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import picocli.CommandLine.Option;

/** Asks a person before something is sent that cannot be taken back. */
public final class ConfirmOption {

    private static final Set<String> AGREED = Set.of("y", "yes", "是");

    @Option(names = "--yes", description = "Do not ask. Required when the input is not a terminal.")
    private boolean yes;

    /** Fails when nobody can be asked and {@code --yes} is not given. */
    public void requireAnswerable(Context context) {
        if (!yes && !context.interactive()) {
            throw CliException.usage(CommonText.YES_REQUIRED);
        }
    }

    /** Asks, unless {@code --yes} is given; fails when the answer is not yes. */
    public void confirm(Context context, String question) {
        if (yes) {
            return;
        }
        context.console().progress(context.console().text(CommonText.QUESTION, question));
        if (!AGREED.contains(line(context).strip().toLowerCase(Locale.ROOT))) {
            throw CliException.failed(CommonText.NOTHING_SENT);
        }
    }

    private static String line(Context context) {
        try {
            String line = new BufferedReader(new InputStreamReader(context.input(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw FileAction.READ_INPUT.failed("stdin", unreadable);
        }
    }
}
