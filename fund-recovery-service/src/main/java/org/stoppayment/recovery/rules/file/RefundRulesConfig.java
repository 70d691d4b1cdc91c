package org.stoppayment.recovery.rules.file;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the rules are: {@code stoppayment.refund}. */
@ConfigMapping(prefix = "stoppayment.refund")
interface RefundRulesConfig {

    /** YAML file with the rules of the return of money; the packaged ones when it is not set. */
    Optional<Path> rules();

    /** YAML file with the calendar of working days; the packaged one when it is not set. */
    Optional<Path> workingDays();
}
