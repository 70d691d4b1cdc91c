package org.stoppayment.freeze.rules.file;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the current rules come from: {@code stoppayment.rules} and {@code stoppayment.hold-rules}. */
@ConfigMapping(prefix = "stoppayment")
public interface RuleSetConfig {

    /** YAML file with the rule set of new orders; the packaged one when it is not set. */
    Optional<Path> rules();

    /** YAML file with the rules of new freezes; the packaged ones when it is not set. */
    Optional<Path> holdRules();
}
