package org.stoppayment.gateway.registry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;

/** The institutions of the registry file, read once, when the service starts. */
@Singleton
class InstitutionRegistry implements Institutions {

    private final List<Institution> all;
    private final Map<String, Institution> byCode;

    InstitutionRegistry(GatewayConfig config) {
        this.all = InstitutionReader.read(config.registry());
        this.byCode = all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        institution -> institution.code().value(), Function.identity()));
    }

    @Override
    public List<Institution> all() {
        return all;
    }

    @Override
    public Optional<Institution> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
