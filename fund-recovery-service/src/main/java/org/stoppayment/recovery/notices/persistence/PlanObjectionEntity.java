package org.stoppayment.recovery.notices.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.PlanObjection.Decision;
import org.stoppayment.recovery.notices.domain.PlanObjection.Outcome;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** An objection to a plan. */
@Entity
@Table(name = "plan_objection")
class PlanObjectionEntity {

    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "objector_name")
    String objectorName;

    @Enumerated(EnumType.STRING)
    PlanObjection.Relation relation;

    String statement;

    @Nullable
    @Column(name = "evidence_digest")
    String evidenceDigest;

    @Column(name = "taken_by")
    String takenBy;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Nullable
    @Column(name = "decision_reason")
    String decisionReason;

    @Nullable
    @Column(name = "decided_by")
    String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    static PlanObjectionEntity of(PlanObjection objection) {
        PlanObjectionEntity row = new PlanObjectionEntity();
        row.objectionId = objection.id();
        row.planId = objection.planId().value();
        row.objectorName = objection.content().name();
        row.relation = objection.content().relation();
        row.statement = objection.content().statement();
        row.evidenceDigest = objection.content().evidenceDigest().orElse(null);
        row.takenBy = StoredPerson.text(objection.takenBy());
        row.openedAt = objection.openedAt();
        row.dueAt = objection.dueAt();
        return row;
    }

    boolean isOpen() {
        return outcome == null;
    }

    void decide(Decision decision) {
        outcome = decision.outcome();
        decisionReason = decision.reason();
        decidedBy = StoredPerson.text(decision.officer());
        decidedAt = decision.at();
    }

    PlanObjection objection() {
        return new PlanObjection(
                objectionId,
                new PlanId(planId),
                new PlanObjection.Content(objectorName, relation, statement, Optional.ofNullable(evidenceDigest)),
                StoredPerson.person(takenBy),
                openedAt,
                dueAt,
                decision());
    }

    private Optional<Decision> decision() {
        return Optional.ofNullable(outcome)
                .map(decided -> new Decision(
                        decided,
                        Optional.ofNullable(decisionReason).orElseThrow(),
                        StoredPerson.person(Optional.ofNullable(decidedBy).orElseThrow()),
                        Optional.ofNullable(decidedAt).orElseThrow()));
    }
}
