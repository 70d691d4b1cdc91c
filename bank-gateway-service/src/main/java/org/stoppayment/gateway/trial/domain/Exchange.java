package org.stoppayment.gateway.trial.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.kernel.Violation;

/**
 * A request to an institution and what came of it.
 *
 * @param request what was sent, or would have been if there had been a connection
 * @param answer what was received, empty when it was not a whole HTTP message
 * @param outcome what the gateway makes of it
 * @param unreadable why a feedback could not be read, when its application id or its result code could not
 */
public record Exchange(
        Optional<HttpMessage> request, Optional<HttpMessage> answer, Outcome outcome, List<Violation> unreadable) {

    public Exchange {
        unreadable = List.copyOf(unreadable);
    }
}
