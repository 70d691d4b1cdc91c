package org.stoppayment.gateway.banks;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.application.InstitutionLine;
import org.stoppayment.gateway.application.InstitutionLines;
import org.stoppayment.gateway.application.Institutions;
import org.stoppayment.gateway.domain.Institution;

/** One line for every institution of the registry, made when the service starts. */
@Startup
@Singleton
class GuardedLines implements InstitutionLines {

    private final Map<String, InstitutionLine> lines;

    GuardedLines(
            Institutions institutions,
            AdapterFactory adapters,
            GatewayConfig config,
            InstantSource time,
            MeterRegistry registry) {
        this.lines = institutions.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        institution -> institution.code().value(),
                        institution -> line(institution, adapters, config, time, registry)));
    }

    @Override
    public Optional<InstitutionLine> to(String institutionCode) {
        return Optional.ofNullable(lines.get(institutionCode));
    }

    private static InstitutionLine line(
            Institution institution,
            AdapterFactory adapters,
            GatewayConfig config,
            InstantSource time,
            MeterRegistry registry) {
        InstitutionGuard guard = new InstitutionGuard(institution, config.circuit(), time);
        LineMetrics metrics = new LineMetrics(registry, institution.code().value(), guard);
        return new GuardedLine(metrics, guard, adapters.adapterFor(institution));
    }
}
