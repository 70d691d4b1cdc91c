package org.stoppayment.gateway.registry.application;

import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.registry.domain.RegistryChange;

/** Port: the institutions that orders can be sent to. They may change while the service runs. */
public interface Institutions {

    /** All of them, in the order of the registry. */
    List<Institution> all();

    /** The institution with this code, empty when the registry has none. */
    Optional<Institution> find(String code);

    /**
     * Reads the registry again. An invalid one changes nothing.
     *
     * @throws org.stoppayment.kernel.ServiceException.InvalidInput with all errors of the registry
     */
    RegistryChange reload();
}
