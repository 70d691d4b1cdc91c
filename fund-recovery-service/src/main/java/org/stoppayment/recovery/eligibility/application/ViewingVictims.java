package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.eligibility.domain.Victim;

/** Shows the victim of a case. */
@ApplicationScoped
public class ViewingVictims {

    private final Victims victims;

    ViewingVictims(Victims victims) {
        this.victims = victims;
    }

    /** The victim; fails with {@link ServiceException.NotFound} when nothing was told of the case. */
    public Uni<Victim> view(String caseId) {
        return view(new CaseId(Ids.parseField("caseId", caseId)));
    }

    Uni<Victim> view(CaseId caseId) {
        return victims.find(List.of(caseId)).map(found -> Optional.ofNullable(found.get(caseId))
                .orElseThrow(() -> new ServiceException.NotFound("caseId", caseId.toString())));
    }
}
