package org.stoppayment.gateway.banks;

import org.stoppayment.gateway.registry.domain.Institution;

/** Makes the adapter for the protocol of an institution. */
public interface AdapterFactory {

    /** The adapter of this institution, with connections of its own. */
    InstitutionAdapter adapterFor(Institution institution);
}
