package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/**
 * The registry that a suite starts with: the institutions of a registry file, and those that {@code bank add} connected, which come
 * in the place of one with the same code. Institutions without an endpoint, or with the endpoint of the repository's registry, are
 * simulated; the suite makes their endpoints and secrets.
 */
final class SuiteRegistry {

    private static final String ENDPOINT = "endpoint";
    private static final String SECRET = "secret";

    private final StateDirectory directory;
    private final RegistryDocument document;
    private final List<ObjectNode> simulated;
    private final SimulatorSecrets secrets;

    private SuiteRegistry(
            StateDirectory directory, RegistryDocument document, List<ObjectNode> simulated, SimulatorSecrets secrets) {
        this.directory = directory;
        this.document = document;
        this.simulated = simulated;
        this.secrets = secrets;
    }

    /** Composes it; an invalid one is refused with every violation. Nothing is written. */
    static SuiteRegistry read(SuiteOptions options) {
        Path published = Registry.file(options.home());
        // The registry that the last suite was given is no source: its ports were of that suite.
        Path source = options.registry()
                .filter(file -> !file.equals(options.directory().registry()))
                .orElse(published);
        RegistryDocument document = RegistryDocument.read(source);
        RegistryDocument connected =
                RegistryDocument.readIfPresent(options.directory().connected());
        Map<String, ObjectNode> tryOut = RegistryDocument.read(published).byCode();
        SimulatorSecrets secrets = SimulatorSecrets.of(options.directory());
        connected.entries().forEach(document::put);
        List<ObjectNode> simulated = new ArrayList<>();
        for (ObjectNode entry : document.entries()) {
            String code = RegistryDocument.code(entry);
            if (!connected.byCode().containsKey(code) && isSimulated(entry, tryOut)) {
                simulated.add(entry);
                simulate(entry, tryOut, secrets);
            }
        }
        check(document, connected, source, options.directory());
        return new SuiteRegistry(options.directory(), document, simulated, secrets);
    }

    private static boolean isSimulated(ObjectNode entry, Map<String, ObjectNode> tryOut) {
        return !entry.hasNonNull(ENDPOINT) || isSame(ENDPOINT, entry, tryOut);
    }

    private static boolean isSame(String field, ObjectNode entry, Map<String, ObjectNode> tryOut) {
        ObjectNode other = tryOut.get(RegistryDocument.code(entry));
        return other != null && entry.path(field).equals(other.path(field));
    }

    /** The endpoint waits for its port. */
    private static void simulate(ObjectNode entry, Map<String, ObjectNode> tryOut, SimulatorSecrets secrets) {
        entry.put(ENDPOINT, endpoint(1));
        if (!entry.hasNonNull(SECRET) || isSame(SECRET, entry, tryOut)) {
            entry.put(SECRET, secrets.of(RegistryDocument.code(entry)));
        }
    }

    private static void check(
            RegistryDocument document, RegistryDocument connected, Path source, StateDirectory directory) {
        try {
            document.check();
        } catch (InvalidInput invalid) {
            boolean isConnected = invalid.violations().stream()
                    .map(document::codeAt)
                    .anyMatch(
                            code -> code.filter(connected.byCode()::containsKey).isPresent());
            throw RegistryDocument.refused(
                    isConnected ? source + " with " + directory.connected() : source.toString(), invalid.violations());
        }
    }

    /** Number of simulated institutions. */
    int simulated() {
        return simulated.size();
    }

    /** Writes it for the gateway and for the simulator, with the simulated institutions at these ports of this machine. */
    void write(List<Integer> ports) {
        RegistryDocument forSimulator = RegistryDocument.empty();
        for (int i = 0; i < simulated.size(); i++) {
            ObjectNode entry = simulated.get(i);
            entry.put(ENDPOINT, endpoint(ports.get(i)));
            forSimulator.put(entry);
        }
        secrets.write();
        StateDirectory.writeSecret(directory.simulated(), forSimulator.text());
        StateDirectory.writeSecret(directory.registry(), document.text());
    }

    private static String endpoint(int port) {
        return "http://127.0.0.1:" + port;
    }
}
