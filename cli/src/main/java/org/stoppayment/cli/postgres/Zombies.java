package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects zombies, which stay in a container without an init process. The JDK and Postgres both take them for alive. */
public final class Zombies {

    private Zombies() {}

    /** True when the process has ended and only its entry is left. Linux only. */
    public static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = Files.exists(stat) ? Files.readString(stat) : ") -";
            return text.charAt(text.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
