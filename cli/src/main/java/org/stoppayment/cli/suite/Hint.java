package org.stoppayment.cli.suite;

import java.nio.file.Path;

/** A command to type next: with the launcher as it can be called from here, and with the state directory that it is about. */
public final class Hint {

    private static final String LAUNCHER = "./stoppay";
    private static final String USUAL_STATE = ".stoppay";

    private Hint() {}

    /** The command about the suite in {@code state}, such as {@code ./stoppay up --state /tmp/second}. */
    public static String of(String command, StateDirectory state) {
        return of(
                command,
                state,
                System.getProperty(Home.PROPERTY, ""),
                Path.of("").toAbsolutePath());
    }

    /** A command that is about no suite in particular. */
    public static String of(String command) {
        return launcher(System.getProperty(Home.PROPERTY, ""), Path.of("").toAbsolutePath()) + " " + command;
    }

    static String of(String command, StateDirectory state, String home, Path here) {
        boolean usual = home.isEmpty()
                ? state.path().endsWith(USUAL_STATE)
                : state.path().equals(Path.of(home).resolve(USUAL_STATE));
        return launcher(home, here) + " " + command + (usual ? "" : " --state " + quoted(state.path()));
    }

    private static String launcher(String home, Path here) {
        return home.isEmpty() || here.equals(Path.of(home)) ? LAUNCHER : quoted(Path.of(home, "stoppay"));
    }

    private static String quoted(Path path) {
        return path.toString().contains(" ") ? "'" + path + "'" : path.toString();
    }
}
