package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What a freeze holds, as its institution reports it.
 *
 * @param frozenAt when it took effect; empty when it is not told or cannot be read
 * @param frozen the sum held; empty when it is not told or cannot be read
 * @param waitingPlace its place among the waiting freezes of the account (轮候), 1 for the next; empty when it does not wait
 */
public record FreezeStatus(Optional<Instant> frozenAt, Optional<Money> frozen, Optional<Integer> waitingPlace) {}
