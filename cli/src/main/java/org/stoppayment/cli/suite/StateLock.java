package org.stoppayment.cli.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.waiting.Polling;

/** Lets one process at a time change the suite of a state directory. */
final class StateLock implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final FileChannel channel;
    private final StateDirectory directory;

    private StateLock(FileChannel channel, StateDirectory directory) {
        this.channel = channel;
        this.directory = directory;
    }

    /** Takes it now; fails when another process has it. */
    static StateLock take(StateDirectory directory) {
        return take(directory, Duration.ZERO);
    }

    /** Takes it as soon as no other process has it; fails when that takes longer than {@code wait}. */
    static StateLock take(StateDirectory directory, Duration wait) {
        try {
            FileChannel channel =
                    FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!Polling.until(wait, POLL_INTERVAL, () -> isLocked(channel, directory))) {
                channel.close();
                throw CliException.failed(SuiteText.IN_USE, directory.path());
            }
            return new StateLock(channel, directory);
        } catch (IOException e) {
            throw FileAction.LOCK.failed(directory.path(), e);
        }
    }

    private static boolean isLocked(FileChannel channel, StateDirectory directory) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException takenByThisProcess) {
            return false;
        } catch (IOException e) {
            throw FileAction.LOCK.failed(directory.path(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileAction.UNLOCK.failed(directory.path(), e);
        }
    }
}
