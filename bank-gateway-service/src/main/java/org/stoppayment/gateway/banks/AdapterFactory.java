package org.stoppayment.gateway.banks;

import org.stoppayment.gateway.registry.domain.Institution;

/** Creates the adapter for the protocol of an institution. */
public interface AdapterFactory {

    /** The adapter of this institution, with its own connection pool. */
    InstitutionAdapter adapterFor(Institution institution);
}
