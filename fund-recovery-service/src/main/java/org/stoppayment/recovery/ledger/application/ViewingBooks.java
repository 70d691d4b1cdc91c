package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.ledger.domain.CaseBooks;

/** Shows the books of a case. */
@ApplicationScoped
public class ViewingBooks {

    private final Entries entries;

    ViewingBooks(Entries entries) {
        this.entries = entries;
    }

    /** The books of a case; fails with {@link ServiceException.NotFound} when nothing has been booked for it. */
    public Uni<CaseBooks> view(String caseId) {
        CaseId id = new CaseId(Ids.parseField("caseId", caseId));
        return entries.ofCase(id).map(booked -> {
            if (booked.isEmpty()) {
                throw new ServiceException.NotFound("caseId", id.toString());
            }
            return CaseBooks.of(id, booked);
        });
    }
}
