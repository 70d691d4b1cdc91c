package org.stoppayment.recovery.plans.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.recovery.plans.domain.PlanState;

/** A plan. What it says is written once. */
@Entity
@Table(name = "refund_plan")
class PlanEntity {

    @Id
    @Column(name = "plan_id")
    UUID planId;

    @Enumerated(EnumType.STRING)
    PlanState state;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "made_by", updatable = false)
    String madeBy;

    @Column(updatable = false)
    String content;

    @Column(updatable = false)
    String digest;

    @Column(name = "payment_digest", updatable = false)
    String paymentDigest;

    @Nullable
    @Column(name = "superseded_by")
    UUID supersededBy;

    @Version
    int version;

    void supersede(UUID by) {
        state = PlanState.SUPERSEDED;
        supersededBy = by;
    }

    void withdraw() {
        state = PlanState.WITHDRAWN;
    }
}
