package org.stoppayment.freeze.rules.file;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the current rule set comes from: {@code stoppayment.rules}. */
@ConfigMapping(prefix = "stoppayment")
public interface RuleSetConfig {

    /** YAML file with the rule set of new orders; the packaged one when it is not set. */
    Optional<Path> rules();
}
