package org.stoppayment.gateway.registry;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Violation;

/** The registry file is invalid; the message lists all errors. The service does not start, or keeps the registry that it has. */
public final class RegistryException extends ConfigurationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    RegistryException(Path file, List<Violation> violations) {
        super("registry " + file + ": " + violations.size() + (violations.size() == 1 ? " finding" : " findings")
                + "\n  - " + violations.stream().map(Violation::inWords).collect(Collectors.joining("\n  - ")));
        this.violations = List.copyOf(violations);
    }

    /** All errors of the file. */
    List<Violation> violations() {
        return violations;
    }
}
