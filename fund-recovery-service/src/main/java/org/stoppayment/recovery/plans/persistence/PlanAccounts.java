package org.stoppayment.recovery.plans.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** The accounts of plans. All methods need the session of their caller. */
@ApplicationScoped
class PlanAccounts implements PanacheRepositoryBase<PlanAccountEntity, PlanAccountEntity.Key> {

    /** All accounts of the drafts that have one of {@code accounts}. */
    Uni<List<PlanAccountEntity>> standing(Set<AccountRef.Key> accounts) {
        return list(
                        "stands = true and key.institutionCode in ?1 and key.accountNumber in ?2",
                        accounts.stream()
                                .map(AccountRef.Key::institutionCode)
                                .distinct()
                                .toList(),
                        accounts.stream().map(AccountRef.Key::number).toList())
                .map(rows -> rows.stream()
                        .filter(row -> accounts.contains(row.account()))
                        .map(row -> row.key.planId())
                        .distinct()
                        .toList())
                .chain(plans -> ofPlans(plans));
    }

    private Uni<List<PlanAccountEntity>> ofPlans(List<UUID> plans) {
        return plans.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("key.planId in ?1 order by key.planId, key.institutionCode, key.accountNumber", plans);
    }
}
