package org.stoppayment.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What else the machine is at. */
public final class Machine {

    private Machine() {}

    /** Load averages of the last minute, five and fifteen; a question mark where the system does not say. */
    public static String load() {
        try {
            String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
            return fields[0] + " " + fields[1] + " " + fields[2];
        } catch (IOException notLinux) {
            return "?";
        }
    }
}
