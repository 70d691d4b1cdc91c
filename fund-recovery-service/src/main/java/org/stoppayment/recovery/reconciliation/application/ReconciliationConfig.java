package org.stoppayment.recovery.reconciliation.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Reconciliation: {@code stoppayment.reconciliation}. */
@ConfigMapping(prefix = "stoppayment.reconciliation")
public interface ReconciliationConfig {

    /** How often due accounts are looked for; zero turns it off. */
    @WithDefault("PT10S")
    Duration lookForDueAccounts();

    /** How often an account with held money is compared. */
    @WithDefault("PT10M")
    Duration compareEvery();

    /** How long a difference must stand before it counts, because facts and movements arrive apart. */
    @WithDefault("PT15M")
    Duration settle();

    /** Maximum number of accounts that are compared together. */
    @WithDefault("200")
    int maxAccounts();
}
