package org.stoppayment.cli.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.waiting.Polling;

/**
 * Waits for services that have been launched, and reports each when it is ready. A service that stops while it starts is launched
 * once more, since a port or another process may have been in its way.
 */
final class ServiceStart {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Suite suite;
    private final Progress progress;
    private final long begin;
    private final Duration timeout;

    /**
     * @param begin when the start began, as {@link System#nanoTime}
     * @param timeout until a service is ready
     */
    ServiceStart(Suite suite, Progress progress, long begin, Duration timeout) {
        this.suite = suite;
        this.progress = progress;
        this.begin = begin;
        this.timeout = timeout;
    }

    /** Waits for services in parallel. Fails when one stops twice or is not ready in time. */
    void await(List<ServiceName> services) {
        ExecutorService threads = Executors.newFixedThreadPool(services.size());
        try {
            List<CompletableFuture<Void>> waits = services.stream()
                    .map(service -> CompletableFuture.runAsync(() -> await(service), threads))
                    .toList();
            for (CompletableFuture<Void> wait : waits) {
                wait.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw CliException.interrupted();
        } finally {
            end(threads);
        }
    }

    /** Interrupts the waits and lets them end, also when this thread is interrupted: none may launch a service later. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(ServiceName service) {
        boolean answered = awaitAnswer(service);
        if (!suite.isAlive(service)) {
            progress.say(SuiteText.STOPPED_STARTING_AGAIN, service, logOf(service));
            suite.launch(service);
            answered = awaitAnswer(service);
        }
        if (!suite.isAlive(service)) {
            throw CliException.failed(SuiteText.STOPPED_TWICE, service, logOf(service));
        }
        if (!answered) {
            throw CliException.failed(SuiteText.NOT_READY, service, timeout.toSeconds(), logOf(service));
        }
        progress.say("%-10s %6d ms  %s".formatted(service, SuiteStarter.millisSince(begin), suite.address(service)));
    }

    private boolean awaitAnswer(ServiceName service) {
        return Polling.until(timeout, POLL_INTERVAL, () -> !suite.isAlive(service) || suite.isReady(service));
    }

    private Text logOf(ServiceName service) {
        return LogTail.textOf(suite.directory().log(service.id()));
    }
}
