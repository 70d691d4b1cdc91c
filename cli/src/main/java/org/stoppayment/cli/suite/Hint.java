package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A command for the user to type next, with the path of the launcher and the state directory. */
public final class Hint {

    private static final String LAUNCHER = "./stoppay";
    private static final String DEFAULT_STATE = ".stoppay";

    /** What no shell changes. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

    private Hint() {}

    /** The command for the suite in {@code state}, such as {@code ./stoppay up --state /tmp/second}. */
    public static String of(String command, StateDirectory state) {
        return of(
                command,
                state,
                System.getProperty(Home.PROPERTY, ""),
                Path.of("").toAbsolutePath());
    }

    /** How a command begins, with the state directory when one was typed: {@code ./stoppay --state /tmp/second}. */
    public static String beginning(Optional<Path> typedState) {
        return launcher(System.getProperty(Home.PROPERTY, ""), Path.of("").toAbsolutePath())
                + typedState.map(state -> " --state " + quoted(state)).orElse("");
    }

    /** A command without a state directory. */
    public static String of(String command) {
        return launcher(System.getProperty(Home.PROPERTY, ""), Path.of("").toAbsolutePath()) + " " + command;
    }

    static String of(String command, StateDirectory state, String home, Path here) {
        boolean isDefault = home.isEmpty()
                ? state.path().endsWith(DEFAULT_STATE)
                : state.path().equals(Path.of(home).resolve(DEFAULT_STATE));
        return launcher(home, here) + " " + command + (isDefault ? "" : " --state " + quoted(state.path()));
    }

    private static String launcher(String home, Path here) {
        return home.isEmpty() || here.equals(Path.of(home)) ? LAUNCHER : quoted(Path.of(home, "stoppay"));
    }

    /** As a shell reads it back. */
    private static String quoted(Path path) {
        return PLAIN.matcher(path.toString()).matches()
                ? path.toString()
                : "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
