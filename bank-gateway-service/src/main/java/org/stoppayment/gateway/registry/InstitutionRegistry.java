package org.stoppayment.gateway.registry;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.registry.domain.RegistryChange;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** The institutions of the registry file, read when the service starts and whenever it is told to. Thread-safe. */
@Singleton
class InstitutionRegistry implements Institutions {

    private static final Logger LOG = Logger.getLogger(InstitutionRegistry.class);

    private final Path file;
    private volatile Map<String, Institution> byCode;

    InstitutionRegistry(GatewayConfig config) {
        this.file = config.registry();
        this.byCode = byCode(InstitutionReader.read(file));
    }

    @Override
    public List<Institution> all() {
        return List.copyOf(byCode.values());
    }

    @Override
    public Optional<Institution> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public synchronized RegistryChange reload() {
        Map<String, Institution> before = byCode;
        Map<String, Institution> after = byCode(read());
        RegistryChange change = RegistryChange.between(before, after);
        // What has not changed stays the same object: its client keeps its circuit and its connections.
        after.replaceAll(
                (code, institution) -> change.isUnchanged(code) ? before.getOrDefault(code, institution) : institution);
        byCode = after;
        if (!change.isEmpty()) {
            LOG.infof(
                    "Registry read again: added %s, changed %s, removed %s",
                    new TreeSet<>(change.added()), new TreeSet<>(change.changed()), new TreeSet<>(change.removed()));
        }
        return change;
    }

    private List<Institution> read() {
        try {
            return InstitutionReader.read(file);
        } catch (RegistryException invalid) {
            throw new InvalidInput(invalid.violations());
        }
    }

    /** In the order of the file. */
    private static Map<String, Institution> byCode(List<Institution> institutions) {
        Map<String, Institution> byCode = new LinkedHashMap<>();
        institutions.forEach(institution -> byCode.put(institution.code().value(), institution));
        return byCode;
    }
}
