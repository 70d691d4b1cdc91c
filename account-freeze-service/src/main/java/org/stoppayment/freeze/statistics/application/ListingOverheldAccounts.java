package org.stoppayment.freeze.statistics.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.freeze.statistics.domain.OverheldAccount;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Lists accounts on which more is held than the cases' money, so that people let the rest go. */
@ApplicationScoped
public class ListingOverheldAccounts {

    private static final int DEFAULT_ACCOUNTS = 50;
    private static final int MAX_ACCOUNTS = 500;

    private final HoldFigures figures;
    private final InstantSource clock;

    ListingOverheldAccounts(HoldFigures figures, InstantSource clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * The accounts, those with the most fen-hours first.
     *
     * @param caseId only accounts that this case has money on; empty for all
     * @param maxAccounts 1..500; 0 means 50
     */
    public Uni<Page<OverheldAccount>> list(String caseId, int maxAccounts) {
        List<Violation> violations = new ArrayList<>();
        Optional<CaseId> named = Ids.parse(caseId).map(CaseId::new);
        if (named.isEmpty() && !caseId.isEmpty()) {
            violations.add(new Violation(
                    "caseId", "NOT_A_UUID", "value: " + caseId.length() + " characters (expected: a UUID)"));
        }
        if (maxAccounts < 0 || maxAccounts > MAX_ACCOUNTS) {
            violations.add(new Violation(
                    "maxAccounts", "OUT_OF_RANGE", "value: " + maxAccounts + " (expected: 0.." + MAX_ACCOUNTS + ")"));
        }
        OfficerInput.refuse(violations);
        int rows = maxAccounts == 0 ? DEFAULT_ACCOUNTS : maxAccounts;
        Instant now = clock.instant();
        return named.map(one -> figures.overheld(one, now, rows + 1))
                .orElseGet(() -> figures.overheld(now, rows + 1))
                .map(found -> Paging.page(found, rows));
    }
}
