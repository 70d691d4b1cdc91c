package org.stoppayment.gateway.registry.application;

import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.registry.domain.Institution;

/** Port: the institutions that orders can be sent to. */
public interface Institutions {

    /** All of them, in the order of the registry. */
    List<Institution> all();

    /** The institution with this code, empty when the registry has none. */
    Optional<Institution> find(String code);
}
