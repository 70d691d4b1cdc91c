package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.formats.RegisteredInstitution;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/**
 * The institutions that were connected to a suite while it ran. The state directory keeps them, so that the next start has them
 * too. One process at a time changes them.
 */
public final class ConnectedInstitutions {

    /** Longer than a start of the suite takes. */
    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(2);

    private final StateDirectory directory;

    /** Those of the suite in a state directory. */
    public ConnectedInstitutions(StateDirectory directory) {
        this.directory = directory;
    }

    /** Where an institution comes from. */
    public enum Origin {
        /** The simulator plays it. */
        SIMULATED,
        /** It was connected to the running suite. */
        CONNECTED,
        /** It is of the registry file that the suite was started with. */
        REGISTRY
    }

    /** An institution of the suite, and where it comes from. */
    public record Listed(RegisteredInstitution institution, Origin origin) {}

    /** All institutions of the suite, in the order of its registry. */
    public List<Listed> all() {
        Set<String> simulated =
                RegistryDocument.readIfPresent(directory.simulated()).byCode().keySet();
        Set<String> connected =
                RegistryDocument.readIfPresent(directory.connected()).byCode().keySet();
        return RegistryDocument.read(directory.registry()).check().stream()
                .map(institution ->
                        new Listed(institution, origin(institution.code().value(), simulated, connected)))
                .toList();
    }

    private static Origin origin(String code, Set<String> simulated, Set<String> connected) {
        if (connected.contains(code)) {
            return Origin.CONNECTED;
        }
        return simulated.contains(code) ? Origin.SIMULATED : Origin.REGISTRY;
    }

    /** The institution with this code, empty when the suite has none. */
    public Optional<RegisteredInstitution> find(String code) {
        return all().stream()
                .map(Listed::institution)
                .filter(institution -> institution.code().value().equals(code))
                .findFirst();
    }

    /**
     * Connects institutions, each in the place of the one with its code. One without a secret keeps the secret that it was connected
     * with, or gets a new one. When anything is wrong, or {@code reload} fails, everything stays as it was.
     *
     * @param entries as in a registry file
     * @param reload tells the gateway to read its registry again
     * @return the codes of those that replaced another
     * @throws InvalidInput with everything that is wrong with the entries, by their position: {@code institutions[0].code}
     */
    public List<String> add(List<ObjectNode> entries, Runnable reload) {
        try (StateLock lock = StateLock.take(directory, LOCK_TIMEOUT)) {
            RegistryDocument connected = RegistryDocument.readIfPresent(directory.connected());
            List<ObjectNode> complete =
                    entries.stream().map(entry -> withSecret(entry, connected)).toList();
            RegistryDocument alone = RegistryDocument.empty();
            complete.forEach(alone::append);
            alone.check();
            RegistryDocument registry = RegistryDocument.read(directory.registry());
            RegistryDocument simulated = RegistryDocument.readIfPresent(directory.simulated());
            List<String> replaced = new ArrayList<>();
            for (ObjectNode entry : complete) {
                String code = RegistryDocument.code(entry);
                connected.put(entry);
                simulated.remove(code);
                if (registry.put(entry)) {
                    replaced.add(code);
                }
            }
            check(registry, complete);
            write(
                    Map.of(
                            directory.connected(), connected.text(),
                            directory.simulated(), simulated.text(),
                            directory.registry(), registry.text()),
                    reload);
            return List.copyOf(replaced);
        }
    }

    private static ObjectNode withSecret(ObjectNode entry, RegistryDocument connected) {
        if (entry.has("secret")) {
            return entry;
        }
        ObjectNode known = connected.byCode().get(RegistryDocument.code(entry));
        String secret =
                known == null ? SimulatorSecrets.random() : known.path("secret").asText();
        return entry.deepCopy().put("secret", secret);
    }

    /** What is wrong with the whole is said of the new entries, by their position. */
    private static void check(RegistryDocument registry, List<ObjectNode> entries) {
        try {
            registry.check();
        } catch (InvalidInput invalid) {
            List<String> codes = entries.stream().map(RegistryDocument::code).toList();
            throw new InvalidInput(invalid.violations().stream()
                    .map(violation -> registry.named(violation, codes))
                    .toList());
        }
    }

    /** Writes the files and reloads; writes the old ones again when that fails. */
    private void write(Map<Path, String> files, Runnable reload) {
        Map<Path, Optional<String>> before = new LinkedHashMap<>();
        files.keySet().forEach(file -> before.put(file, StateDirectory.textOf(file)));
        try {
            files.forEach(StateDirectory::writeSecret);
            reload.run();
        } catch (RuntimeException failed) {
            before.forEach(StateDirectory::restore);
            throw failed;
        }
    }
}
