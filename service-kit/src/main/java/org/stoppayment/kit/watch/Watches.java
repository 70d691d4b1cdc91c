package org.stoppayment.kit.watch;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.kernel.ServiceException;

/**
 * The watches that this process serves of one kind.
 *
 * @param <W> the watches
 * @param <F> what a look finds for one of them
 */
public final class Watches<W extends Watch<F>, F> {

    private final WatchLimits limits;
    private final String alternative;
    private final Set<W> watches = ConcurrentHashMap.newKeySet();

    /**
     * @param alternative the call that answers the same without a stream; clients read of it when there is no room
     */
    public Watches(WatchLimits limits, String alternative) {
        this.limits = limits;
        this.alternative = alternative;
    }

    /**
     * Adds a watch. Fails with {@link ServiceException.Overloaded} when the number of streams is at its maximum.
     *
     * @return must be run when the client leaves
     */
    public synchronized Runnable add(W watch) {
        if (watches.size() >= limits.maxStreams()) {
            throw new ServiceException.Overloaded(
                    "watched here already: " + watches.size() + " streams (expected: fewer than " + limits.maxStreams()
                            + "; another replica may have room, and polling " + alternative + " suffices)");
        }
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /** Number of watches. */
    public int size() {
        return watches.size();
    }

    /** The watches; those whose clients have left are removed. */
    public List<W> present() {
        watches.removeIf(Watch::isAbandoned); // the server may never call what is to be run then
        return List.copyOf(watches);
    }

    /** What is read for {@code watching}. When it fails or takes longer than a heartbeat, these watches fail with it. */
    public <T> Uni<T> readFor(List<W> watching, Uni<T> what) {
        return what.ifNoItem().after(limits.heartbeat()).fail().onFailure().invoke(failure -> fail(watching, failure));
    }

    /** Sends a client what a look at {@code asOf} found. */
    public void tell(W watch, F found, Instant asOf) {
        try {
            if (!watch.tell(found, asOf)) {
                watches.remove(watch);
            }
        } catch (RuntimeException bug) {
            fail(List.of(watch), bug);
        }
    }

    /** Ends watches with an error. */
    public void fail(List<W> failed, Throwable why) {
        failed.forEach(watch -> {
            watches.remove(watch);
            watch.fail(why);
        });
    }
}
