package org.stoppayment.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Certificates of this service: {@code stoppayment.tls}. The TLS configuration {@code suite} reads them. */
@ConfigMapping(prefix = "stoppayment.tls")
public interface TlsConfig {

    /** File of this service's certificate, PEM: {@code CN=<name of the service>,OU=services}. */
    Path certificate();

    /** File of its private key, PEM, PKCS #8. */
    Path key();

    /** File of the authorities whose certificates are trusted, PEM. */
    Path authorities();

    /** How often the files are looked at. */
    @WithDefault("PT30S")
    Duration reloadPeriod();
}
