package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;

/** Finds the freezes that requests name. */
@ApplicationScoped
public class NamedFreezes {

    private final Freezes freezes;

    NamedFreezes(Freezes freezes) {
        this.freezes = freezes;
    }

    /** The freeze; fails with {@link ServiceException.NotFound}. */
    public Uni<Freeze> find(String freezeId) {
        ApplicationId id = ApplicationId.parse(freezeId).orElseThrow(() -> unknown(freezeId.length() + " characters"));
        return freezes.find(id).map(found -> found.orElseThrow(() -> unknown(id.toString())));
    }

    private static ServiceException.NotFound unknown(String shown) {
        return new ServiceException.NotFound("applicationId", shown);
    }
}
