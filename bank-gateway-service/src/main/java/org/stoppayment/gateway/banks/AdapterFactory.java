package org.stoppayment.gateway.banks;

import org.stoppayment.gateway.domain.Institution;

/** Makes the adapter that an institution is spoken to with. */
public interface AdapterFactory {

    /** The adapter of this institution, with connections of its own. */
    InstitutionAdapter adapterFor(Institution institution);
}
