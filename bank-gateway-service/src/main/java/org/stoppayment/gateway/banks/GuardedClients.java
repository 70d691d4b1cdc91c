package org.stoppayment.gateway.banks;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.orders.application.InstitutionClient;
import org.stoppayment.gateway.orders.application.InstitutionClients;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.kit.time.CorrectedTime;

/** One client for each institution of the registry, made when the service starts. */
@Startup
@Singleton
class GuardedClients implements InstitutionClients {

    private final Map<String, InstitutionClient> clients;

    GuardedClients(
            Institutions institutions,
            AdapterFactory adapters,
            GatewayConfig config,
            CorrectedTime time,
            CallTimer timer,
            MeterRegistry registry,
            ClockRefusals clock) {
        this.clients = institutions.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        institution -> institution.code().value(),
                        institution -> client(institution, adapters, config, time, timer, registry, clock)));
    }

    @Override
    public Optional<InstitutionClient> of(String institutionCode) {
        return Optional.ofNullable(clients.get(institutionCode));
    }

    private static InstitutionClient client(
            Institution institution,
            AdapterFactory adapters,
            GatewayConfig config,
            CorrectedTime time,
            CallTimer timer,
            MeterRegistry registry,
            ClockRefusals clock) {
        InstitutionGuard guard = new InstitutionGuard(institution, config.circuit(), time::nanoTime, timer);
        String code = institution.code().value();
        CallMetrics metrics = new CallMetrics(registry, code, guard);
        return new GuardedClient(code, metrics, clock, guard, adapters.adapterFor(institution));
    }
}
