package org.stoppayment.freeze.alerts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * An alert as officers see it: with what it is about, and who has taken care of it.
 *
 * @param alert the alert
 * @param subject what it is about, as it stands now
 * @param acknowledgement who works on it; empty until somebody does
 * @param closure how it was closed; empty until it is
 */
public record AlertView(
        Alert alert, Subject subject, Optional<Acknowledgement> acknowledgement, Optional<Closure> closure) {

    /** Whether somebody has taken care of an alert. */
    public enum State {
        /** Nobody has. */
        OPEN,
        /** An officer works on it. */
        ACKNOWLEDGED,
        /** An officer has closed it. */
        CLOSED
    }

    /**
     * What an alert is about.
     *
     * @param order the stop order; empty when it is about none
     * @param institutionCode of the account; empty when it is about no account, or only a person can tell
     * @param orderState stable name of where the order stands; empty when it is about none
     * @param resultCode the order's last one, empty before the first
     * @param stopEndsAt when the order's stop ends; empty when there is no stop
     * @param atStake what of the case's money came to the account, or into the case, and is not known to have left it
     */
    public record Subject(
            Optional<ApplicationId> order,
            String institutionCode,
            String orderState,
            String resultCode,
            Optional<Instant> stopEndsAt,
            Money atStake) {}

    /**
     * An officer works on an alert.
     *
     * @param at when
     * @param officer who
     */
    public record Acknowledgement(Instant at, Officer officer) {}

    /**
     * How an alert was closed.
     *
     * @param at when
     * @param officer who closed it
     * @param reason why
     */
    public record Closure(Instant at, Officer officer, String reason) {}

    /** Whether somebody has taken care of it. */
    public State state() {
        if (closure.isPresent()) {
            return State.CLOSED;
        }
        return acknowledgement.isPresent() ? State.ACKNOWLEDGED : State.OPEN;
    }
}
