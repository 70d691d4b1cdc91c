package org.stoppayment.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time of processes, as Linux tells them below {@code /proc}. */
public final class Cpu {

    private static final int MILLIS_A_TICK = 10;

    private Cpu() {}

    /** Milliseconds that a process has used, with those of its children that run now or have ended. */
    static long millis(long pid) {
        return tree(pid).stream().mapToLong(Cpu::ticks).sum() * MILLIS_A_TICK;
    }

    /** Milliseconds that this process has used, without its children. */
    static long ownMillis() {
        return ticks(ProcessHandle.current().pid()) * MILLIS_A_TICK;
    }

    private static List<Long> tree(long pid) {
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
