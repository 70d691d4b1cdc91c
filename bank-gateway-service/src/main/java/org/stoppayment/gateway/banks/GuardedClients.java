package org.stoppayment.gateway.banks;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.orders.application.InstitutionClient;
import org.stoppayment.gateway.orders.application.InstitutionClients;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.kit.time.CorrectedTime;

/**
 * One client for each institution of the registry, made when the service starts, and again when the registry describes the
 * institution otherwise. Calls that are on their way end with the client that they began with.
 */
@Startup
@Singleton
class GuardedClients implements InstitutionClients {

    private record Connected(Institution institution, GuardedClient client) {}

    private final Institutions institutions;
    private final AdapterFactory adapters;
    private final GatewayConfig config;
    private final CorrectedTime time;
    private final CallTimer timer;
    private final MeterRegistry registry;
    private final ClockRefusals clock;
    private final Map<String, Connected> clients = new ConcurrentHashMap<>();

    GuardedClients(
            Institutions institutions,
            AdapterFactory adapters,
            GatewayConfig config,
            CorrectedTime time,
            CallTimer timer,
            MeterRegistry registry,
            ClockRefusals clock) {
        this.institutions = institutions;
        this.adapters = adapters;
        this.config = config;
        this.time = time;
        this.timer = timer;
        this.registry = registry;
        this.clock = clock;
        institutions.all().forEach(this::client);
    }

    @Override
    public Optional<InstitutionClient> of(String institutionCode) {
        return institutions.find(institutionCode).map(this::client);
    }

    private InstitutionClient client(Institution institution) {
        String code = institution.code().value();
        Connected connected = clients.get(code);
        if (connected == null || connected.institution() != institution) {
            connected = clients.compute(
                    code,
                    (same, known) ->
                            known != null && known.institution() == institution ? known : connect(institution));
        }
        return connected.client();
    }

    private Connected connect(Institution institution) {
        InstitutionGuard guard = new InstitutionGuard(institution, config.circuit(), time::nanoTime, timer);
        String code = institution.code().value();
        CallMetrics metrics = new CallMetrics(registry, code, guard);
        return new Connected(
                institution, new GuardedClient(code, metrics, clock, guard, adapters.adapterFor(institution)));
    }
}
