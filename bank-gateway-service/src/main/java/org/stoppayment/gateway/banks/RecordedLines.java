package org.stoppayment.gateway.banks;

import jakarta.inject.Singleton;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.trial.application.TrialLine;
import org.stoppayment.gateway.trial.application.TrialLines;
import org.stoppayment.kit.time.CorrectedTime;

/** Opens lines to institutions through guards and adapters like those of orders. */
@Singleton
class RecordedLines implements TrialLines {

    private final AdapterFactory adapters;
    private final GatewayConfig config;
    private final CorrectedTime time;
    private final CallTimer timer;

    RecordedLines(AdapterFactory adapters, GatewayConfig config, CorrectedTime time, CallTimer timer) {
        this.adapters = adapters;
        this.config = config;
        this.time = time;
        this.timer = timer;
    }

    @Override
    public TrialLine open(Institution institution) {
        LastExchange last = new LastExchange();
        InstitutionGuard guard = new InstitutionGuard(institution, config.circuit(), time::nanoTime, timer, false);
        return new RecordedLine(guard, adapters.adapterFor(institution, last), last);
    }
}
