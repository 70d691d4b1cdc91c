package org.stoppayment.cli.command.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory figures from {@code /proc}; Linux only. */
public final class Memory {

    private Memory() {}

    /**
     * MiB that a process and its descendants keep in memory, such as Postgres and its connections; what several of them share counts
     * once. Empty where unknown.
     */
    public static OptionalLong usedMebibytes(long pid) {
        OptionalLong own = kibibytes(proportional(pid), "Pss:");
        if (own.isEmpty()) {
            return own;
        }
        long all = LongStream.concat(
                        LongStream.of(own.getAsLong()),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .flatMapToLong(child -> kibibytes(proportional(child.pid()), "Pss:").stream()))
                .sum();
        return OptionalLong.of(all / 1024);
    }

    /** Available memory of the machine in MiB; empty where unknown. */
    public static OptionalLong availableMebibytes() {
        OptionalLong available = kibibytes(Path.of("/proc/meminfo"), "MemAvailable:");
        return available.isPresent() ? OptionalLong.of(available.getAsLong() / 1024) : available;
    }

    private static Path proportional(long pid) {
        return Path.of("/proc", Long.toString(pid), "smaps_rollup");
    }

    /** Empty when the file cannot be read, such as that of a process that has ended. */
    private static OptionalLong kibibytes(Path file, String field) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }
}
