package org.stoppayment.cli.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.cli.postgres.Zombies;

/**
 * A process that we started. Process ids are reused, so the start time is recorded with the id.
 *
 * @param pid id of the process
 * @param startedAt start time, as reported by the system
 */
public record RecordedProcess(long pid, Instant startedAt) {

    /** The start time is derived from the boot time, which shifts when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** The record of a running process. */
    public static RecordedProcess of(ProcessHandle process) {
        return new RecordedProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process; empty when it has ended. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(RecordedProcess::isRunning).filter(this::isSameProcess);
    }

    /** True when it still runs. */
    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean isSameProcess(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0;
    }

    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !Zombies.isZombie(process.pid());
    }
}
