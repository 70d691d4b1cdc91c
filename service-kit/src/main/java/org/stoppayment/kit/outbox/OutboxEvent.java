package org.stoppayment.kit.outbox;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.Instant;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;

/**
 * An event to be delivered to the next service.
 *
 * @param eventId the receiver handles each id once
 * @param caseId the case that it belongs to
 * @param type full name of the message in {@code data}
 * @param occurredAt when it happened
 * @param data the message in protobuf's binary form
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its id only; the bytes are never changed
public record OutboxEvent(EventId eventId, CaseId caseId, String type, Instant occurredAt, byte[] data) {

    /** How long the process that wrote an event has to deliver it before any replica may. */
    public static final Duration HEAD_START = Duration.ofSeconds(5);

    /** The event that carries {@code message}. */
    public static OutboxEvent of(EventId eventId, CaseId caseId, Instant occurredAt, Message message) {
        return new OutboxEvent(
                eventId, caseId, message.getDescriptorForType().getFullName(), occurredAt, message.toByteArray());
    }

    /** From when on any replica may deliver it. */
    public Instant dueAt() {
        return occurredAt.plus(HEAD_START);
    }
}
