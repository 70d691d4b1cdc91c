package org.stoppayment.freeze.holds.application.proposals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.proposals.HoldProposals.Horizon;
import org.stoppayment.freeze.holds.domain.HoldProposal;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Proposes what should be done about holds soon, so that none ends in silence and none holds too much. */
@ApplicationScoped
public class ProposingHolds {

    private static final int MAX_PROPOSALS = 500;

    /** Longer than any stop: all stops of a case that is named. */
    private static final Duration ANY_STOP = Duration.ofDays(366);

    /** How late due work may be. */
    private static final Duration MAX_OVERDUE = Duration.ofDays(7);

    private final HoldProposals proposals;
    private final HoldRules rules;
    private final InstantSource clock;

    ProposingHolds(HoldProposals proposals, HoldRules rules, InstantSource clock) {
        this.proposals = proposals;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The proposals, first what ends first.
     *
     * @param caseId of the case; empty for all cases
     * @param within only stops that end within it; empty: all of a named case, else those that the rules say
     */
    public Uni<Page<HoldProposal>> propose(String caseId, Optional<Duration> within) {
        HoldInput input = new HoldInput();
        if (!caseId.isEmpty()) {
            input.caseId(caseId);
        }
        within.filter(limit -> limit.isNegative() || limit.isZero() || limit.compareTo(ANY_STOP) > 0)
                .ifPresent(limit ->
                        input.reject("within", "OUT_OF_RANGE", limit.toString(), "more than 0, at most 366 days"));
        input.refuse();
        Optional<CaseId> named = Ids.parse(caseId).map(CaseId::new);
        Instant now = clock.instant();
        Instant stops = within.map(now::plus)
                .orElseGet(() -> named.isPresent()
                        ? now.plus(ANY_STOP)
                        : rules.stopEnds().endFrom(now));
        Instant freezes = rules.renewalProposals().get(0).endFrom(now);
        Horizon horizon = new Horizon(now.minus(MAX_OVERDUE), stops, freezes, rules.overheldFactor());
        Uni<List<HoldProposal>> found = named.map(one -> proposals.ofCase(one, horizon, MAX_PROPOSALS + 1))
                .orElseGet(() -> proposals.ofAll(horizon, MAX_PROPOSALS + 1));
        return found.map(rows -> Paging.page(rows, MAX_PROPOSALS));
    }
}
