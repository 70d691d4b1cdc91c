package org.stoppayment.simulator.institution;

import java.util.concurrent.atomic.LongAdder;
import org.stoppayment.simulator.view.InstitutionView;

/** The counters of one institution since its last reset. */
final class Counters {

    final LongAdder arrivals = new LongAdder();
    final LongAdder effects = new LongAdder();
    final LongAdder queries = new LongAdder();
    final LongAdder inquiries = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder stopsRefusedAsLive = new LongAdder();
    final LongAdder callbacksSent = new LongAdder();
    final LongAdder callbacksAcknowledged = new LongAdder();
    final LongAdder callbacksGivenUp = new LongAdder();

    InstitutionView.Counts view() {
        return new InstitutionView.Counts(
                arrivals.sum(),
                effects.sum(),
                queries.sum(),
                inquiries.sum(),
                refused.sum(),
                stopsRefusedAsLive.sum(),
                callbacksSent.sum(),
                callbacksAcknowledged.sum(),
                callbacksGivenUp.sum());
    }

    void clear() {
        for (LongAdder each : new LongAdder[] {
            arrivals,
            effects,
            queries,
            inquiries,
            refused,
            stopsRefusedAsLive,
            callbacksSent,
            callbacksAcknowledged,
            callbacksGivenUp
        }) {
            each.reset();
        }
    }
}
