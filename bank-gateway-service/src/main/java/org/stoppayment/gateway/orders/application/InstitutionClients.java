package org.stoppayment.gateway.orders.application;

import java.util.Optional;

/** Port: the clients of all institutions. */
public interface InstitutionClients {

    /** The client of the institution with this code, empty when the registry has none. */
    Optional<InstitutionClient> of(String institutionCode);
}
