package org.stoppayment.benchmarks.panache;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kit.outbox.OutboxEvent;

/** An event to hand over. */
@Entity
@Table(name = "outbox")
class OutboxRow extends PanacheEntityBase {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "case_id")
    UUID caseId;

    String type;

    @Column(name = "occurred_at")
    Instant occurredAt;

    byte[] data;

    @Column(name = "due_at")
    Instant dueAt;

    int attempts;

    static OutboxRow of(Submission submission, OutboxEvent event) {
        OutboxRow row = new OutboxRow();
        row.eventId = event.eventId().value();
        row.caseId = submission.caseId().value();
        row.type = event.type();
        row.occurredAt = event.occurredAt();
        row.data = event.data();
        row.dueAt = event.dueAt();
        return row;
    }
}
