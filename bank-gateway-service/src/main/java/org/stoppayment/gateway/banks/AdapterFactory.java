package org.stoppayment.gateway.banks;

import org.stoppayment.gateway.registry.domain.Institution;

/** Creates the adapter for the protocol of an institution. */
public interface AdapterFactory {

    /** The adapter of this institution, with its own connection pool. */
    default InstitutionAdapter adapterFor(Institution institution) {
        return adapterFor(institution, ExchangeRecorder.NONE);
    }

    /** The same; the recorder is told what is sent and received. */
    InstitutionAdapter adapterFor(Institution institution, ExchangeRecorder recorder);
}
