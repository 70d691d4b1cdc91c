package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.ledger.application.ViewingBooks;
import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.ledger.domain.Positions;

/**
 * Shows the books of all cases of one person. What links them is the document by which identities were verified; nothing else that is
 * known here is of a person. Two scans of one document are two files, and so two persons.
 */
@ApplicationScoped
public class ViewingVictimBooks {

    private final Victims victims;
    private final ViewingBooks books;

    ViewingVictimBooks(Victims victims, ViewingBooks books) {
        this.victims = victims;
        this.books = books;
    }

    /**
     * The books of a person.
     *
     * @param isVerified true when the identity is verified; else it is the one case
     * @param cases positions by case, by case id
     */
    public record VictimBooks(boolean isVerified, List<CasePositions> cases) {

        /** Positions in all. */
        public Positions total() {
            return cases.stream().map(CasePositions::positions).reduce(Positions.NONE, Positions::plus);
        }
    }

    /** The books of the victim of a case; fails with {@link ServiceException.NotFound} when nothing had been booked for any of the cases. */
    public Uni<VictimBooks> view(String caseId, Optional<Instant> recordedUntil) {
        CaseId id = new CaseId(Ids.parseField("caseId", caseId));
        return victims.casesOfSamePerson(id)
                .chain(linked -> books.viewCases(linked.isEmpty() ? Set.of(id) : linked, recordedUntil)
                        .map(cases -> new VictimBooks(!linked.isEmpty(), cases)))
                .invoke(found -> {
                    if (found.cases().isEmpty()) {
                        throw new ServiceException.NotFound("caseId", id.toString());
                    }
                });
    }
}
