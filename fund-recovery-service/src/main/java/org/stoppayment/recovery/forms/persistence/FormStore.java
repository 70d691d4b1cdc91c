package org.stoppayment.recovery.forms.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.forms.application.FormRecords;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.MadeForm;

/** Forms that were made, in Postgres. */
@ApplicationScoped
class FormStore implements FormRecords, PanacheRepositoryBase<FormEntity, UUID> {

    private static final String OF_FORM = "planId = :plan and kind = :kind and caseId is not distinct from :case"
            + " and institutionCode is not distinct from :institution";
    private static final Sort LATEST_FIRST = Sort.descending("version");

    private static final Comparator<MadeForm> IN_ORDER_OF_WORK = Comparator.comparing(
                    (MadeForm made) -> made.name().kind())
            .thenComparing(made -> made.name().caseId().map(Object::toString).orElse(""))
            .thenComparing(made -> made.name().institutionCode().orElse(""))
            .thenComparing(made -> made.imprint().version(), Comparator.reverseOrder());

    @Override
    @WithSession
    public Uni<Optional<MadeForm>> latest(PlanId planId, FormName name) {
        return first(find(OF_FORM, LATEST_FIRST, of(planId, name)));
    }

    @Override
    @WithSession
    public Uni<Optional<MadeForm>> saying(PlanId planId, FormName name, String contentDigest) {
        return first(find(
                OF_FORM + " and contentDigest = :content",
                LATEST_FIRST,
                of(planId, name).and("content", contentDigest)));
    }

    private static Parameters of(PlanId planId, FormName name) {
        return Parameters.with("plan", planId.value())
                .and("kind", name.kind())
                .and("case", name.caseId().map(CaseId::value).orElse(null))
                .and("institution", name.institutionCode().orElse(null));
    }

    private static Uni<Optional<MadeForm>> first(PanacheQuery<FormEntity> query) {
        return query.page(0, 1)
                .list()
                .map(rows -> rows.stream().map(FormEntity::form).findFirst());
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
                .onFailure(SqlStates::isUniqueViolation)
                .recoverWithItem(false);
    }
}
