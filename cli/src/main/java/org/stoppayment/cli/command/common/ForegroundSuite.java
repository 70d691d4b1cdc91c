package org.stoppayment.cli.command.common;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.EndCause;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;
import org.stoppayment.cli.suite.SuiteText;
import org.stoppayment.cli.waiting.Polling;

/** A suite that is stopped with the command: by Ctrl-C at any time, even while it starts. */
public final class ForegroundSuite implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration INTERRUPT_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Console console;
    private final Thread hook = new Thread(this::stopAll, "stop the suite");
    private final AtomicReference<@Nullable StateDirectory> owned = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> starting = new AtomicReference<>();
    private final CountDownLatch started = new CountDownLatch(1);

    public ForegroundSuite(Console console) {
        this.console = console;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts the suite. When that fails, nothing of it keeps running. */
    public Suite start(SuiteOptions options) {
        return start(options, Suite::start);
    }

    /** Starts the suite. When a service does not become ready, the others keep running after the command as well. */
    public Suite startAndKeep(SuiteOptions options) {
        try {
            return start(options, Suite::startAndKeep);
        } catch (CliException e) {
            if (Suite.attach(options.directory(), line -> {}).isPresent()) {
                detach();
            }
            throw e;
        }
    }

    private Suite start(SuiteOptions options, BiFunction<SuiteOptions, Progress, Suite> start) {
        if (Suite.attach(options.directory(), line -> {}).isEmpty()) {
            owned.set(options.directory());
        }
        starting.set(Thread.currentThread());
        try {
            return start.apply(options, console);
        } finally {
            starting.set(null);
            started.countDown();
        }
    }

    /** Leaves the suite running when the command ends. */
    public void detach() {
        owned.set(null);
    }

    /** Waits until the suite is stopped elsewhere. Reports services that stop by themselves. */
    public void awaitEnd() {
        StateDirectory directory = owned.get();
        if (directory == null) {
            return;
        }
        Set<ServiceName> down = EnumSet.noneOf(ServiceName.class);
        Polling.until(FOREVER, POLL_INTERVAL, () -> {
            Suite suite = Suite.attach(directory, line -> {}).orElse(null);
            if (suite == null || owned.get() == null) {
                return true;
            }
            for (ServiceName service : ServiceName.values()) {
                if (suite.isAlive(service)) {
                    down.remove(service);
                } else if (down.add(service)) {
                    String cause = EndCause.of(service, directory).in(console.texts());
                    console.say(SuiteText.START_AGAIN, console.toned(Tone.BAD, cause), Hint.of("up", directory));
                    console.progress(LogTail.of(directory.log(service.id()), console.texts()));
                }
            }
            return false;
        });
    }

    /** Stops the suite. While it is starting, interrupts the starting thread, which then stops what it has started. */
    public void stopAll() {
        StateDirectory directory = owned.getAndSet(null);
        if (directory == null) {
            return;
        }
        Thread starter = starting.get();
        if (starter != null && starter != Thread.currentThread()) {
            console.say(SuiteText.STOPPING);
            starter.interrupt();
            awaitStarter(directory);
        }
        Suite.attach(directory, line -> {}).ifPresent(this::shutdown);
    }

    private void shutdown(Suite suite) {
        console.say(SuiteText.STOPPING);
        try {
            suite.shutdown();
            console.say(SuiteText.STOPPED);
        } catch (CliException e) {
            console.progress(e.message(console.texts()));
        }
    }

    private void awaitStarter(StateDirectory directory) {
        try {
            if (!started.await(INTERRUPT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                console.say(SuiteText.NOT_INTERRUPTED, Hint.of("down", directory));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running already.
        }
    }
}
