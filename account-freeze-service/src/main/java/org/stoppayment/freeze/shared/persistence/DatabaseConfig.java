package org.stoppayment.freeze.shared.persistence;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/**
 * Postgres: {@code stoppayment.db}. The defaults, for trying it out, are in {@code application.properties}, which reads these keys;
 * the mapping documents them and detects misspelt ones.
 */
@Unremovable
@ConfigMapping(prefix = "stoppayment.db")
public interface DatabaseConfig {

    /** {@code host:port}; 127.0.0.1:15432. */
    String address();

    /** Name of the database; freeze. */
    String name();

    /** User; postgres. */
    String user();

    /** Password of the user; postgres. */
    String password();
}
