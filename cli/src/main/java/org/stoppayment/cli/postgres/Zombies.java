package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** In a container without an init process the dead stay as zombies; the JDK and Postgres both take them for alive. */
public final class Zombies {

    private Zombies() {}

    /** True when the process is dead and only its entry is left. Known on Linux only. */
    public static boolean contain(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = Files.exists(stat) ? Files.readString(stat) : ") -";
            return text.charAt(text.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
