package org.stoppayment.freeze.orders.application.withdrawal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.freeze.books.domain.Withdrawal;
import org.stoppayment.freeze.orders.application.ClaimChangeListener;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kernel.ids.CaseId;

/** Withdraws cases (撤案). Trace and books stay; a case that joined a stop keeps it. */
@ApplicationScoped
public class WithdrawingCases {

    private final Withdrawals withdrawals;
    private final ClaimChangeListener claims;
    private final List<WithdrawalListener> listeners;
    private final InstantSource clock;

    WithdrawingCases(
            Withdrawals withdrawals,
            ClaimChangeListener claims,
            Instance<WithdrawalListener> listeners,
            InstantSource clock) {
        this.withdrawals = withdrawals;
        this.claims = claims;
        this.listeners = listeners.stream().toList();
        this.clock = clock;
    }

    /**
     * Ends once the withdrawal is durable.
     *
     * @return false when some of the case's submissions have not been taken yet: it must be delivered again
     */
    public Uni<Boolean> withdraw(Withdrawal withdrawal) {
        return withdrawals
                .withdraw(withdrawal, clock.instant())
                .invoke(outcome -> {
                    if (outcome == Withdrawals.Outcome.WITHDRAWN) {
                        claims.claimsChanged(List.of(withdrawal.caseId()));
                    }
                })
                .chain(outcome -> outcome == Withdrawals.Outcome.TOO_EARLY
                        ? Uni.createFrom().item(false)
                        : notifyAll(withdrawal.caseId()).replaceWith(true));
    }

    private Uni<Void> notifyAll(CaseId caseId) {
        return Sequence.of(listeners, listener -> listener.caseWithdrawn(caseId));
    }
}
