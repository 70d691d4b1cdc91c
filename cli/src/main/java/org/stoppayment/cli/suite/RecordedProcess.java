package org.stoppayment.cli.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.cli.postgres.Zombies;

/**
 * A process that we started, recognisable later: process ids are used again, so the start is remembered with the id.
 *
 * @param pid id of the process
 * @param startedAt when it started, as the system says
 */
public record RecordedProcess(long pid, Instant startedAt) {

    /** The system derives the start from its boot time, which shifts when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** The record of a process that runs now. */
    public static RecordedProcess of(ProcessHandle process) {
        return new RecordedProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, if it still runs and is the one that was recorded. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(RecordedProcess::runs).filter(this::isTheOneRecorded);
    }

    /** True when it still runs. */
    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean isTheOneRecorded(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0;
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !Zombies.contain(process.pid());
    }
}
