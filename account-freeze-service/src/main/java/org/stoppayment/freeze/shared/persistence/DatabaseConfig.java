package org.stoppayment.freeze.shared.persistence;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/**
 * Postgres: {@code stoppayment.db}. The defaults, for trying it out, are in {@code application.properties}, which reads
 * these keys; the mapping documents them and lets a misspelt one be found.
 */
@Unremovable
@ConfigMapping(prefix = "stoppayment.db")
public interface DatabaseConfig {

    /** {@code host:port}; 127.0.0.1:15432. */
    String address();

    /** Its name; freeze. */
    String name();

    /** Who connects; postgres. */
    String user();

    /** Their password; postgres. */
    String password();
}
