package org.stoppayment.recovery.plans.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A victim's part in a plan. */
@Entity
@Table(name = "refund_plan_case")
class PlanCaseEntity {

    @EmbeddedId
    Key key;

    static PlanCaseEntity of(UUID caseId, UUID planId) {
        PlanCaseEntity row = new PlanCaseEntity();
        row.key = new Key(caseId, planId);
        return row;
    }

    /** The case and the plan. */
    @Embeddable
    record Key(
            @Column(name = "case_id") UUID caseId,
            @Column(name = "plan_id") UUID planId) {}
}
