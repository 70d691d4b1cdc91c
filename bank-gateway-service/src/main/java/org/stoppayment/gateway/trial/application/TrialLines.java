package org.stoppayment.gateway.trial.application;

import org.stoppayment.gateway.registry.domain.Institution;

/** Port: connections to institutions that tell what was sent and received. */
public interface TrialLines {

    /** A line to this institution, with a guard of its own: a trial does not open the circuit of orders. */
    TrialLine open(Institution institution);
}
