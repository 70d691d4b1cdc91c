package org.stoppayment.gateway.registry;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;

/** The registry file is invalid; the message lists all errors. The service does not start. */
public final class RegistryException extends ConfigurationException {

    @Serial
    private static final long serialVersionUID = 1L;

    RegistryException(Path file, List<String> findings) {
        super("registry " + file + ": " + findings.size() + (findings.size() == 1 ? " finding" : " findings") + "\n  - "
                + String.join("\n  - ", findings));
    }
}
