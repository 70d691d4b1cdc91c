package org.stoppayment.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory figures from {@code /proc}; Linux only. */
public final class Memory {

    private Memory() {}

    /** Resident memory of a process in MiB; empty where unknown. */
    public static OptionalLong residentMebibytes(long pid) {
        return mebibytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
    }

    /** Available memory of the machine in MiB; empty where unknown. */
    public static OptionalLong availableMebibytes() {
        return mebibytes(Path.of("/proc/meminfo"), "MemAvailable:");
    }

    private static OptionalLong mebibytes(Path file, String field) {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
