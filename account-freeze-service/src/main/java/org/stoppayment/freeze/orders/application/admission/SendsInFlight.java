package org.stoppayment.freeze.orders.application.admission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Counts the orders of this process that are in flight: sent, and not yet answered and recorded. One institution counts for at most half
 * of the limit, so that one that hangs does not count as overload.
 */
@ApplicationScoped
public class SendsInFlight {

    private final int max;
    private final Map<String, Integer> byInstitution = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public SendsInFlight(InFlightConfig config) {
        this.max = config.maxOrders();
    }

    /** Counts a send from its subscription to its end. */
    public <T> Uni<T> track(String institution, Uni<T> send) {
        return Uni.createFrom().deferred(() -> {
            byInstitution.merge(institution, 1, Integer::sum);
            return send.onTermination().invoke(() -> {
                byInstitution.computeIfPresent(institution, (same, sends) -> sends == 1 ? null : sends - 1);
                listeners.forEach(Runnable::run);
            });
        });
    }

    /** How many more orders may be sent now; none or less: as many as this process can handle are in flight. */
    public int free() {
        return max
                - byInstitution.values().stream()
                        .mapToInt(sends -> Math.min(sends, max / 2))
                        .sum();
    }

    /** {@code listener} runs after the end of each send, on the thread that ended it. */
    public void onEnd(Runnable listener) {
        listeners.add(listener);
    }
}
