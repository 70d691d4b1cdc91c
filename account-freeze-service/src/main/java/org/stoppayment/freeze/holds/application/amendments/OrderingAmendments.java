package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.NamedFreezes;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeAmendment.Terms;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;

/** Makes orders about freezes durable and sends them, for the use cases that decide whether they may be given. */
@ApplicationScoped
class OrderingAmendments {

    private final NamedFreezes freezes;
    private final FreezeAmendments amendments;
    private final SendingFreezeAmendments sending;
    private final InstantSource clock;
    private final Ids ids;

    OrderingAmendments(
            NamedFreezes freezes,
            FreezeAmendments amendments,
            SendingFreezeAmendments sending,
            InstantSource clock,
            Ids ids) {
        this.freezes = freezes;
        this.amendments = amendments;
        this.sending = sending;
        this.clock = clock;
        this.ids = ids;
    }

    /** The freeze that a request names. */
    Uni<Freeze> freeze(AmendmentRequest request) {
        return freezes.find(request.freezeId());
    }

    /** Makes an amendment durable and sends it; a repeated request has the same result, another undecided one refuses it. */
    Uni<FreezeAmendment> order(Freeze freeze, AmendmentRequest request, Approver approver, Terms terms) {
        FreezeAmendment amendment = FreezeAmendment.queued(
                ids.newApplicationId(),
                freeze.id(),
                terms,
                freeze.application().basis().with(HoldInput.digest(request.measure()), approver),
                request.reason(),
                request.officer(),
                clock.instant());
        Instant leaseEnd = sending.endOfLease();
        return amendments.insert(amendment, leaseEnd).map(kept -> {
            if (kept.id().equals(amendment.id())) {
                sending.start(kept, freeze, leaseEnd);
            } else if (!kept.isRepeatedBy(amendment)) {
                throw new ServiceException.Refusal(
                        terms.kind() + "_IN_PROGRESS",
                        "order " + kept.id() + " about the freeze is undecided (expected: none; wait for its result)");
            }
            return kept;
        });
    }

    /** The last amendment of the freeze that asked for the same; empty when there is none. */
    Uni<Optional<FreezeAmendment>> repeated(Freeze freeze, AmendmentRequest request, Terms terms) {
        return amendments.of(List.of(freeze.id())).map(found -> found.getOrDefault(freeze.id(), List.of()).stream()
                .filter(one -> one.terms().equals(terms)
                        && one.reason().equals(request.reason())
                        && one.officer().equals(request.officer())
                        && one.basis().documentDigest().equals(HoldInput.digest(request.measure())))
                .reduce((first, second) -> second));
    }

    /** The refusal of an order about a freeze that holds nothing. */
    static ServiceException.Refusal notInEffect(Freeze freeze) {
        return notInEffect(freeze, "IN_EFFECT, PARTIAL or WAITING");
    }

    /** The refusal of an order about a freeze that is in none of the {@code expected} states. */
    static ServiceException.Refusal notInEffect(Freeze freeze, String expected) {
        return new ServiceException.Refusal(
                "NOT_IN_EFFECT", "freeze " + freeze.id() + ": " + freeze.state() + " (expected: " + expected + ")");
    }
}
