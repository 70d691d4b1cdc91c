package org.stoppayment.freeze.rules.file;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Serial;
import java.util.List;

/** A rule set cannot be used: one message with all its violations. The service does not start. */
public final class UnusableRules extends ConfigurationException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnusableRules(String where, List<String> findings) {
        super("rules " + where + ": " + findings.size() + (findings.size() == 1 ? " finding" : " findings") + "\n  - "
                + String.join("\n  - ", findings));
    }
}
