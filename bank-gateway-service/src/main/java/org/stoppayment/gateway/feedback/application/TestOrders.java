package org.stoppayment.gateway.feedback.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.kernel.InstitutionCode;

/**
 * Orders of this gateway that belong to no case. Feedback that is called back about them ends here, and does not reach
 * account-freeze or fund-recovery, which do not know them. Thread-safe.
 */
@Singleton
public class TestOrders {

    private final Map<ApplicationId, Expected> expected = new ConcurrentHashMap<>();

    /** An order whose feedback may come; its fields are guarded by the object. */
    private static final class Expected {
        private final InstitutionCode institution;
        private final AtomicInteger refused = new AtomicInteger();
        private final List<UniEmitter<? super Feedback>> waiting = new ArrayList<>();
        private Optional<Feedback> feedback = Optional.empty();

        private Expected(InstitutionCode institution) {
            this.institution = institution;
        }

        private synchronized void arrive(Feedback said) {
            feedback = Optional.of(said);
            waiting.forEach(caller -> caller.complete(said));
            waiting.clear();
        }

        private synchronized void await(UniEmitter<? super Feedback> caller) {
            feedback.ifPresentOrElse(caller::complete, () -> waiting.add(caller));
        }
    }

    /** Takes feedback of that institution about this order from now on, until {@link #forget}. */
    public void expect(InstitutionCode institution, ApplicationId id) {
        expected.put(id, new Expected(institution));
    }

    /** The feedback that is called back about an expected order; completes when it comes, which may be never. */
    public Uni<Feedback> feedback(ApplicationId id) {
        return Uni.createFrom().emitter(caller -> order(id).ifPresent(order -> order.await(caller)));
    }

    /** Number of callbacks in the institution's name that were refused since this order is expected. */
    public int refused(ApplicationId id) {
        return order(id).map(order -> order.refused.get()).orElse(0);
    }

    /** Expects this order no longer. */
    public void forget(ApplicationId id) {
        expected.remove(id);
    }

    /** Notes that a callback in the name of the institution with this code was refused, for its headers or its signature. */
    public void noteRefusal(String institutionCode) {
        expected.values().stream()
                .filter(order -> order.institution.value().equals(institutionCode))
                .forEach(order -> order.refused.incrementAndGet());
    }

    /** True when the feedback is about an expected order of that institution, and has been taken. */
    public boolean take(InstitutionCode from, Feedback said) {
        Optional<Expected> order = order(said.id()).filter(known -> known.institution.equals(from));
        order.ifPresent(known -> known.arrive(said));
        return order.isPresent();
    }

    private Optional<Expected> order(ApplicationId id) {
        return Optional.ofNullable(expected.get(id));
    }
}
