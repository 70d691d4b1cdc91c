package org.stoppayment.gateway.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.gateway.domain.CircuitState;
import org.stoppayment.gateway.domain.Institution;

/** Lists the institutions and how they fare. */
@ApplicationScoped
public class ListingInstitutions {

    private final Institutions institutions;
    private final InstitutionLines lines;

    ListingInstitutions(Institutions institutions, InstitutionLines lines) {
        this.institutions = institutions;
        this.lines = lines;
    }

    /** An institution and the state of its circuit. */
    public record Listed(Institution institution, CircuitState circuit) {}

    /** All of them, in the order of the registry. */
    public List<Listed> list() {
        return institutions.all().stream()
                .map(institution -> new Listed(institution, circuitOf(institution)))
                .toList();
    }

    private CircuitState circuitOf(Institution institution) {
        return lines.to(institution.code().value())
                .map(InstitutionLine::circuit)
                .orElse(CircuitState.CLOSED);
    }
}
