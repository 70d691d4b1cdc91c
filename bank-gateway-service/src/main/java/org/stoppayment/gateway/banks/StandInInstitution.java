package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.net.URI;

/** An institution in this process that stops every account, for a warm-up. Only this machine can reach it. */
public interface StandInInstitution {

    /** The base URL of its API, once it listens. */
    Uni<URI> open();

    /** Stops listening. */
    void close();
}
