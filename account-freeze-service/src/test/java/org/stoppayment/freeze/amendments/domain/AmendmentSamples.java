package org.stoppayment.freeze.amendments.domain;

import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.ORDER;

import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.ApplicationId;

/** Amendments for tests. */
final class AmendmentSamples {

    static final ApplicationId AMENDMENT = ApplicationId.of("0195518a-0000-7000-8000-000000000003");

    private static final Decision DECISION =
            new Decision("wrong account", "chief 3", new Officer("anti-fraud centre", "100234"));

    private AmendmentSamples() {}

    static StopAmendment amendment(AmendmentState state, int failures) {
        return amendment(StopAmendment.Kind.LIFT, state, failures);
    }

    static StopAmendment amendment(StopAmendment.Kind kind, AmendmentState state, int failures) {
        return new StopAmendment(AMENDMENT, kind, ORDER, DECISION, NOON, state, failures, "");
    }
}
