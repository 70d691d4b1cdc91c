package org.stoppayment.kit.rules;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Violation;

/** A rule set cannot be used: one message with all its violations. The service does not start. */
public final class UnusableRules extends ConfigurationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> findings;

    /**
     * @param where the file or resource
     * @param findings what is wrong
     */
    public UnusableRules(String where, List<Violation> findings) {
        super("rules " + where + ": " + findings.size() + (findings.size() == 1 ? " finding" : " findings") + "\n  - "
                + findings.stream().map(Violation::inWords).collect(Collectors.joining("\n  - ")));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong. */
    public List<Violation> findings() {
        return findings;
    }
}
