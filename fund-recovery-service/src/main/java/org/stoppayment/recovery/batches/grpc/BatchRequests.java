package org.stoppayment.recovery.batches.grpc;

import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.BatchCriteria.Stage;

/** Parses and renders the criteria of batches. */
final class BatchRequests {

    private BatchRequests() {}

    static BatchCriteria parse(org.stoppayment.proto.recovery.v1.BatchCriteria criteria) {
        return new BatchCriteria(
                Optional.of(criteria.getStation().strip()).filter(station -> !station.isEmpty()),
                Optional.of(criteria.getInstitutionCode().strip()).filter(code -> !code.isEmpty()),
                criteria.hasFromFen() ? Optional.of(criteria.getFromFen()) : Optional.empty(),
                criteria.hasToFen() ? Optional.of(criteria.getToFen()) : Optional.empty(),
                criteria.hasFromDays() ? Optional.of(criteria.getFromDays()) : Optional.empty(),
                criteria.hasToDays() ? Optional.of(criteria.getToDays()) : Optional.empty(),
                stage(criteria),
                criteria.getExceptPlanIdsList().stream()
                        .map(id -> new PlanId(Ids.parseField("criteria.exceptPlanIds", id)))
                        .toList());
    }

    private static Stage stage(org.stoppayment.proto.recovery.v1.BatchCriteria criteria) {
        return switch (criteria.getStage()) {
            case BATCH_PLAN_STAGE_UNSPECIFIED, BATCH_PLAN_STAGE_READY -> Stage.READY;
            case BATCH_PLAN_STAGE_APPROVED -> Stage.APPROVED;
            case BATCH_PLAN_STAGE_REJECTED -> Stage.REJECTED;
            case UNRECOGNIZED ->
                throw new ServiceException.InvalidInput(
                        "criteria.stage",
                        "UNKNOWN",
                        "value: " + criteria.getStageValue() + " (expected: READY, APPROVED or REJECTED)");
        };
    }

    static org.stoppayment.proto.recovery.v1.BatchCriteria render(BatchCriteria criteria) {
        org.stoppayment.proto.recovery.v1.BatchCriteria.Builder rendered =
                org.stoppayment.proto.recovery.v1.BatchCriteria.newBuilder()
                        .setStage(BatchPlanStage.valueOf(
                                "BATCH_PLAN_STAGE_" + criteria.stage().name()));
        criteria.except().forEach(plan -> rendered.addExceptPlanIds(plan.toString()));
        criteria.station().ifPresent(rendered::setStation);
        criteria.institutionCode().ifPresent(rendered::setInstitutionCode);
        criteria.fromFen().ifPresent(rendered::setFromFen);
        criteria.toFen().ifPresent(rendered::setToFen);
        criteria.fromDays().ifPresent(rendered::setFromDays);
        criteria.toDays().ifPresent(rendered::setToDays);
        return rendered.build();
    }
}
