package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ObjectionId;

/** Finds the objections that requests name. */
@ApplicationScoped
public class NamedObjections {

    private final Objections objections;

    NamedObjections(Objections objections) {
        this.objections = objections;
    }

    /** The objection; fails with {@link ServiceException.NotFound}. */
    public Uni<Objection> find(String objectionId) {
        ObjectionId id =
                ObjectionId.parse(objectionId).orElseThrow(() -> unknown(objectionId.length() + " characters"));
        return objections.find(id).map(found -> found.orElseThrow(() -> unknown(id.toString())));
    }

    private static ServiceException.NotFound unknown(String shown) {
        return new ServiceException.NotFound("objectionId", shown);
    }
}
