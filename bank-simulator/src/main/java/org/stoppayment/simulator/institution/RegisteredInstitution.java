package org.stoppayment.simulator.institution;

import java.net.URI;

/**
 * An institution of the registry.
 *
 * @param code a 12-digit bank number, or Z and 13 digits
 * @param name name for display
 * @param endpoint base URL for the gateway
 * @param secret {@code whsec_} and base64; never shown
 */
public record RegisteredInstitution(String code, String name, URI endpoint, String secret) {

    @Override
    public String toString() {
        return code;
    }
}
