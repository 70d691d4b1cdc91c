package org.stoppayment.recovery.forms.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.PlanId;
import org.stoppayment.kit.grpc.TransientFailures;
import org.stoppayment.recovery.forms.application.FormRecords;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.MadeForm;

/** Forms that were made, in Postgres. */
@ApplicationScoped
class FormStore implements FormRecords, PanacheRepositoryBase<FormEntity, UUID> {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Comparator<MadeForm> IN_ORDER_OF_WORK = Comparator.comparing(
                    (MadeForm made) -> made.name().kind())
            .thenComparing(made -> made.name().caseId().map(Object::toString).orElse(""))
            .thenComparing(made -> made.name().institutionCode().orElse(""))
            .thenComparing(made -> made.imprint().version(), Comparator.reverseOrder());

    @Override
    public Uni<Optional<MadeForm>> latest(PlanId planId, FormName name) {
        return ofPlan(planId).map(made -> made.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()); // the latest of a form is the first
    }

    @Override
    @WithSession
    public Uni<List<MadeForm>> ofPlan(PlanId planId) {
        return list("planId", planId.value()).map(rows -> rows.stream()
                .map(FormEntity::form)
                .sorted(IN_ORDER_OF_WORK)
                .toList());
    }

    @Override
    public Uni<Boolean> add(MadeForm form) {
        return Panache.withTransaction(() -> persist(FormEntity.of(form)))
                .replaceWith(true)
                .onFailure(failure -> UNIQUE_VIOLATION.equals(TransientFailures.sqlState(failure)))
                .recoverWithItem(false);
    }
}
