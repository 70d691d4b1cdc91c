package org.stoppayment.freeze.orders.application.withdrawal;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.stoppayment.freeze.books.domain.Withdrawal;

/** Port: durable withdrawals of cases. */
public interface Withdrawals {

    /**
     * Makes a withdrawal durable in one commit, once per case: all claims of the case end, its waiting orders do not go
     * out any more, and its accounts' live orders are due to be released.
     *
     * @param now when the claims and the releases are due
     */
    Uni<Outcome> withdraw(Withdrawal withdrawal, Instant now);

    /** What happened to a withdrawal. */
    enum Outcome {
        /** It is durable. */
        WITHDRAWN,
        /** The case was withdrawn before; nothing was written. */
        KNOWN,
        /** Some of the case's submissions have not been taken yet; nothing was written. */
        TOO_EARLY
    }
}
