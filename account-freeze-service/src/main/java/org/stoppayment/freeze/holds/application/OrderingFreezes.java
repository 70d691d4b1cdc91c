package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling.StopInEffect;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeilings;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeApplication;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Orders freezes of accounts that a filed case has money on (程序规定 Art. 174, 237 to 243). */
@ApplicationScoped
public class OrderingFreezes {

    private final FiledCases cases;
    private final FreezeCeilings ceilings;
    private final Freezes freezes;
    private final SendingFreezes sending;
    private final OrdersInProgress inProgress;
    private final HoldRules rules;
    private final InstantSource clock;
    private final Ids ids;

    OrderingFreezes(
            FiledCases cases,
            FreezeCeilings ceilings,
            Freezes freezes,
            SendingFreezes sending,
            OrdersInProgress inProgress,
            HoldRules rules,
            InstantSource clock,
            Ids ids) {
        this.cases = cases;
        this.ceilings = ceilings;
        this.freezes = freezes;
        this.sending = sending;
        this.inProgress = inProgress;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What came of an order.
     *
     * @param freeze as it stands once it is durable
     * @param isNew false when the request was repeated
     */
    public record Ordered(Freeze freeze, boolean isNew) {}

    /** Makes a freeze durable and sends it. A repeated request has the same result. */
    public Uni<Ordered> order(FreezeRequest request) {
        HoldMode mode = request.mode().orElse(HoldMode.LIMITED);
        new HoldInput()
                .caseId(request.caseId())
                .account(request.institutionCode(), request.accountNumber())
                .sum(mode, request.amountFen())
                .reason(request.reason(), mode == HoldMode.FULL)
                .measure(request.measure())
                .officer(request.officer())
                .refuse();
        Approver approver = HoldInput.approver(request.measure(), rules.approval(request.major()));
        CaseId caseId = new CaseId(Ids.parse(request.caseId()).orElseThrow());
        AccountRef.Key account =
                new AccountRef.Key(request.institutionCode(), AccountNumber.normalise(request.accountNumber()));
        return inProgress.during(
                caseId,
                cases.find(caseId).map(OrderingFreezes::requireFiled).chain(filed -> ceilings.of(caseId, account)
                        .map(ceiling -> requireMoney(ceiling, account))
                        .chain(ceiling -> place(application(request, mode, caseId, filed, approver, ceiling)))));
    }

    private Uni<Ordered> place(FreezeApplication application) {
        Freeze freeze = Freeze.sending(
                ids.newApplicationId(),
                application,
                rules.term(application.major()).endFrom(application.requestedAt()));
        Instant leaseEnd = sending.endOfLease();
        return freezes.insert(freeze, leaseEnd).chain(kept -> {
            if (kept.id().equals(freeze.id())) {
                return sending.begin(kept, leaseEnd).replaceWith(new Ordered(kept, true));
            }
            requireRepeated(kept, application);
            return Uni.createFrom().item(new Ordered(kept, false));
        });
    }

    private FreezeApplication application(
            FreezeRequest request,
            HoldMode mode,
            CaseId caseId,
            FiledCase filed,
            Approver approver,
            FreezeCeiling ceiling) {
        return new FreezeApplication(
                caseId,
                ceiling.account(),
                mode,
                mode == HoldMode.FULL ? Optional.empty() : Optional.of(sum(request, ceiling)),
                request.reason(),
                new LegalBasis(filed.number(), filed.organisation(), HoldInput.digest(request.measure()), approver),
                request.major(),
                request.officer(),
                clock.instant(),
                ceiling.remaining(),
                ceiling.stop().map(StopInEffect::applicationId),
                ceiling.stop().map(StopInEffect::expiresAt),
                endsStop(caseId, ceiling),
                rules.name());
    }

    /** An institution ends only a stop of the same case; any other is lifted when no case needs it any more. */
    private static boolean endsStop(CaseId caseId, FreezeCeiling ceiling) {
        return ceiling.otherActiveClaims() == 0
                && ceiling.stop().filter(stop -> stop.caseId().equals(caseId)).isPresent();
    }

    private static Money sum(FreezeRequest request, FreezeCeiling ceiling) {
        Money sum = request.amountFen().map(Money::ofFen).orElse(ceiling.highest());
        FrozenSums.requireBelow(sum, ceiling.highest());
        return sum;
    }

    /** The case, if it is filed and not closed; fails with the refusal otherwise. */
    public static FiledCase requireFiled(Optional<FiledCase> found) {
        FiledCase filed = found.orElseThrow(() -> new ServiceException.Refusal(
                "CASE_NOT_FILED", "the case is not filed (expected: a filed case; nothing is frozen before)"));
        if (filed.closed() || filed.withdrawn()) {
            throw new ServiceException.Refusal(
                    "CASE_CLOSED", "the case is closed or withdrawn (expected: a filed case)");
        }
        return filed;
    }

    private static FreezeCeiling requireMoney(Optional<FreezeCeiling> found, AccountRef.Key account) {
        return found.filter(ceiling -> !ceiling.highest().isZero())
                .orElseThrow(() -> new ServiceException.Refusal(
                        "NOTHING_TO_FREEZE",
                        "account " + account
                                + ": the case has no money there (expected: an account of the case's trace)"));
    }

    private static void requireRepeated(Freeze kept, FreezeApplication application) {
        if (!kept.application().isRepeatedBy(application)) {
            throw new ServiceException.Refusal(
                    "ALREADY_FROZEN",
                    "freeze " + kept.id()
                            + " of the case is on the account (expected: no live freeze of the case; change that"
                            + " one)");
        }
    }
}
