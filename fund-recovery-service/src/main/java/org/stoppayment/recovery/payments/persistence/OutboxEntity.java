package org.stoppayment.recovery.payments.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.kit.outbox.OutboxEvent;

/** An event for account-freeze, written with the payment whose change it tells; the service kit delivers and deletes it. */
@Entity
@Immutable
@Table(name = "outbox")
class OutboxEntity {

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

    static OutboxEntity of(OutboxEvent event) {
        OutboxEntity row = new OutboxEntity();
        row.eventId = event.eventId().value();
        row.caseId = event.caseId().value();
        row.type = event.type();
        row.occurredAt = event.occurredAt();
        row.data = event.data();
        row.dueAt = event.dueAt();
        return row;
    }
}
