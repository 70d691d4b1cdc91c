package org.stoppayment.recovery.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.attribution.domain.Shares;
import org.stoppayment.recovery.attribution.domain.StatementCheck;
import org.stoppayment.recovery.plans.domain.HeldMoney;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.RefundMethod;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** What is left of each freeze, with the end of its own. */
class FreezeAllocationTest {

    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final Instant EARLY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-09-01T00:00:00Z");

    @Test
    void freezesStayApartAndStopsHoldNothing() {
        PlannedHold first = new PlannedHold(new UUID(2, 1), CASE, true, 100, EARLY);
        PlannedHold second = new PlannedHold(new UUID(2, 2), CASE, true, 50, LATE);
        PlannedHold stop = new PlannedHold(new UUID(2, 3), CASE, false, 150, LATE);

        assertThat(FreezeAllocation.rest(account(List.of(first, second, stop))))
                .containsExactly(new FreezeAllocation.Rest(first, 100), new FreezeAllocation.Rest(second, 50));
    }

    private static PlannedAccount account(List<PlannedHold> holds) {
        AccountRef.Key key = new AccountRef.Key("102100099996", "6222");
        ComputedShares shares = new ComputedShares(
                key,
                Shares.NONE,
                Provenance.REPORTED,
                true,
                new StatementCheck(0, 0, Optional.empty()),
                1,
                Optional.of(1));
        return new PlannedAccount(
                shares,
                holds,
                new HeldMoney(150, true, 1),
                RefundMethod.DIRECT_SINGLE,
                List.of(),
                new MoneyPath(List.of(), false));
    }
}
