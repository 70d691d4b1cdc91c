package org.stoppayment.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.command.Stoppay;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ErrorTrackingStream;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.kernel.SystemTime;

/** Starts the command. */
public final class Main {

    /** System property that the launcher sets to {@code true} when the results go to a terminal. */
    private static final String TERMINAL = "stoppay.terminal";

    /** System property that the launcher sets to the number of its rows, empty when that is not known. */
    private static final String ROWS = "stoppay.rows";

    /** System property that the launcher sets to {@code true} when the input comes from a terminal. */
    private static final String INTERACTIVE = "stoppay.interactive";

    /** System property that the launcher sets to the locale of the person when Java runs in another one, else empty. */
    private static final String LOCALE = "stoppay.locale";

    private static final int DEFAULT_ROWS = 24;

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        Map<String, String> environment = environment();
        boolean terminal = Boolean.getBoolean(TERMINAL)
                && !environment.getOrDefault("TERM", "").equals("dumb");
        Console console = new Console(
                new ErrorTrackingStream(new FileOutputStream(FileDescriptor.out)),
                new ErrorTrackingStream(new FileOutputStream(FileDescriptor.err)),
                terminal && wantsColour(environment),
                terminal ? Integer.getInteger(ROWS, DEFAULT_ROWS) : 0,
                Texts.ENGLISH);
        Context context = new Context(
                console,
                System.in,
                Boolean.getBoolean(INTERACTIVE),
                environment,
                Path.of("").toAbsolutePath(),
                SystemTime.SOURCE);
        System.exit(Stoppay.run(context, arguments));
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        Optional.of(System.getProperty(LOCALE, ""))
                .filter(locale -> !locale.isEmpty())
                .ifPresent(locale -> environment.put("LC_ALL", locale));
        return Map.copyOf(environment);
    }

    /** See no-color.org: any value but an empty one means no. */
    private static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
