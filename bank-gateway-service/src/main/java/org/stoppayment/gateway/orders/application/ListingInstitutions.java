package org.stoppayment.gateway.orders.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.gateway.registry.domain.Institution;

/** Lists the institutions and the states of their circuits. */
@ApplicationScoped
public class ListingInstitutions {

    private final Institutions institutions;
    private final InstitutionClients clients;

    ListingInstitutions(Institutions institutions, InstitutionClients clients) {
        this.institutions = institutions;
        this.clients = clients;
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
        return clients.of(institution.code().value())
                .map(InstitutionClient::circuit)
                .orElse(CircuitState.CLOSED);
    }
}
