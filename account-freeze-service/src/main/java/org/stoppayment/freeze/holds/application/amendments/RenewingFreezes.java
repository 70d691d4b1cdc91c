package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeAmendment.Terms;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.kernel.ServiceException;

/** Orders freezes to be renewed (续冻), strictly before they end (程序规定 Art. 240, 243). */
@ApplicationScoped
public class RenewingFreezes {

    private final OrderingAmendments ordering;
    private final FiledCases cases;
    private final HoldRules rules;
    private final InstantSource clock;

    RenewingFreezes(OrderingAmendments ordering, FiledCases cases, HoldRules rules, InstantSource clock) {
        this.ordering = ordering;
        this.cases = cases;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Makes a renewal durable and sends it. The further term begins where the present one ends. A repeated request has the same result.
     *
     * @param major true for a major or complex case
     */
    public Uni<FreezeAmendment> renew(AmendmentRequest request, boolean major) {
        new HoldInput()
                .reason(request.reason(), false)
                .measure(request.measure())
                .officer(request.officer())
                .refuse();
        Approver approver = HoldInput.approver(request.measure(), rules.approval(major));
        return ordering.freeze(request)
                .invoke(this::requireRenewable)
                .call(this::requireCase)
                .chain(freeze -> ordering.order(
                        freeze,
                        request,
                        approver,
                        Terms.renewal(rules.term(major).endFrom(freeze.expiresAt()))));
    }

    private Uni<Void> requireCase(Freeze freeze) {
        return cases.find(freeze.caseId())
                .invoke(found -> found.filter(FiledCase::withdrawn).ifPresent(withdrawn -> {
                    throw new ServiceException.Refusal(
                            "CASE_WITHDRAWN",
                            "case " + freeze.caseId() + " is withdrawn (expected: its freezes are lifted)");
                }))
                .replaceWithVoid();
    }

    private void requireRenewable(Freeze freeze) {
        if (!freeze.state().stands()) {
            throw OrderingAmendments.notInEffect(freeze);
        }
        Instant now = clock.instant();
        if (freeze.isOverAt(now)) {
            throw new ServiceException.Refusal(
                    "FREEZE_ENDED",
                    "freeze " + freeze.id() + " ended at " + freeze.expiresAt()
                            + " (expected: a renewal before that moment)");
        }
        Instant earliest = rules.renewalWindow().beginBefore(freeze.expiresAt());
        if (now.isBefore(earliest)) {
            throw new ServiceException.Refusal(
                    "TOO_EARLY", "freeze " + freeze.id() + " (expected: a renewal from " + earliest + " on)");
        }
    }
}
