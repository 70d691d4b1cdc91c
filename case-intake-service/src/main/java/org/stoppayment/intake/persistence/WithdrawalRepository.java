package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Withdrawal;

/** Withdrawals, by request id. */
@ApplicationScoped
class WithdrawalRepository implements PanacheRepositoryBase<WithdrawalEntity, UUID> {

    /** The withdrawal of a case. */
    Uni<Optional<Withdrawal>> ofCase(UUID caseId) {
        return list("caseId", caseId).map(found -> found.stream().findFirst().map(WithdrawalEntity::withdrawal));
    }
}
