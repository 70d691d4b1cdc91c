package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Read port: what holds accounts, and which cases are filed. */
public interface HeldAccounts {

    /** The holds in effect on an account. */
    Uni<List<PlannedHold>> holdsOn(AccountRef.Key account);

    /** The cases whose victims paid from an account: it is on their side. */
    Uni<Set<CaseId>> ownersOf(AccountRef.Key account);

    /** Those of the cases that are filed and not withdrawn. */
    Uni<Set<CaseId>> filed(Collection<CaseId> caseIds);
}
