package org.stoppayment.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.RegistryEntry;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.institution.RegisteredInstitution;

/**
 * The institutions of a registry file that are simulated: those with an endpoint on this machine. There may be none.
 *
 * @param institutions in the order of the file
 */
public record Registry(List<RegisteredInstitution> institutions) {

    private static final Set<String> LOCAL_HOSTS = Set.of("127.0.0.1", "localhost");

    public Registry {
        institutions = List.copyOf(institutions);
    }

    /** Reads a registry file; throws {@link InvalidInput} with all violations, {@link IOException} when it cannot be read. */
    public static Registry read(Path file) throws IOException {
        RegistryFile registry;
        try {
            registry = RegistryFile.read(file);
        } catch (MalformedYamlException malformed) {
            throw new InvalidInput("", "NOT_YAML", "registry: " + malformed.getMessage());
        }
        List<RegisteredInstitution> institutions = registry.institutionsIfAny().stream()
                .filter(entry -> entry.fields().has("endpoint"))
                .flatMap(entry -> institution(entry).stream())
                .toList();
        registry.throwIfInvalid();
        return new Registry(institutions);
    }

    private static Optional<RegisteredInstitution> institution(RegistryEntry entry) {
        Optional<String> code = entry.code().map(InstitutionCode::value);
        Optional<String> secret = entry.secret();
        Optional<URI> endpoint = entry.endpoint();
        if (endpoint.isPresent() && !isOnThisMachine(endpoint.get())) {
            entry.fields().reject("endpoint", "NOT_LOCAL", "on another machine", "such as http://127.0.0.1:18101");
        }
        Optional<String> name = entry.fields().optional("name").text(1, 200);
        return code.flatMap(
                c -> secret.flatMap(s -> endpoint.map(e -> new RegisteredInstitution(c, name.orElse(c), e, s))));
    }

    private static boolean isOnThisMachine(URI uri) {
        return "http".equals(uri.getScheme()) && LOCAL_HOSTS.contains(uri.getHost()) && uri.getPort() > 0;
    }
}
