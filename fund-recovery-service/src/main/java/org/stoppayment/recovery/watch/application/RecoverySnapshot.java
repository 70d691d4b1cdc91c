package org.stoppayment.recovery.watch.application;

import java.util.List;
import org.stoppayment.recovery.attribution.application.StoredShares.Computed;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.notices.application.CheckingReadiness.Checked;

/**
 * What the victim of a case may get back.
 *
 * @param victim the victim
 * @param accounts that hold some of the victim's money
 * @param plans that stand and pay the victim, the latest first
 */
public record RecoverySnapshot(Victim victim, List<Computed> accounts, List<Checked> plans) {

    public RecoverySnapshot {
        accounts = List.copyOf(accounts);
        plans = List.copyOf(plans);
    }
}
