package org.stoppayment.recovery.watch.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.application.ViewingShares;
import org.stoppayment.recovery.eligibility.application.ViewingVictims;
import org.stoppayment.recovery.notices.application.CheckingReadiness;
import org.stoppayment.recovery.notices.application.CheckingReadiness.Checked;
import org.stoppayment.recovery.plans.application.ViewingPlans;

/** Reads what the victim of a case may get back. */
@ApplicationScoped
public class ReadingRecovery {

    private static final int MAX_PLANS = 100;

    private final ViewingVictims victims;
    private final ViewingShares shares;
    private final ViewingPlans plans;
    private final CheckingReadiness readiness;

    ReadingRecovery(ViewingVictims victims, ViewingShares shares, ViewingPlans plans, CheckingReadiness readiness) {
        this.victims = victims;
        this.shares = shares;
        this.plans = plans;
        this.readiness = readiness;
    }

    /** The state; fails with {@link org.stoppayment.kernel.ServiceException.NotFound} when nothing is told of the case. */
    public Uni<RecoverySnapshot> read(CaseId caseId) {
        String id = caseId.toString();
        return victims.view(id).chain(victim -> shares.ofCase(id)
                .chain(accounts -> plans(id).map(checked -> new RecoverySnapshot(victim, accounts, checked))));
    }

    private Uni<List<Checked>> plans(String caseId) {
        return plans.list(caseId, false, MAX_PLANS, "").chain(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(readiness::check)
                .collect()
                .asList());
    }
}
