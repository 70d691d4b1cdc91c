package org.stoppayment.kit.outbox;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way to the next service.
 *
 * @param eventId makes the effect happen once
 * @param caseId the case that it belongs to
 * @param type full name of the message in {@code data}
 * @param occurredAt when it happened
 * @param data the message in protobuf's binary form
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its id only, and nobody changes the bytes
public record OutboxEvent(UUID eventId, UUID caseId, String type, Instant occurredAt, byte[] data) {

    /** How long the process that wrote an event has to hand it over before any replica may. */
    public static final Duration HEAD_START = Duration.ofSeconds(5);

    /** The event that carries {@code message}. */
    public static OutboxEvent of(UUID eventId, UUID caseId, Instant occurredAt, Message message) {
        return new OutboxEvent(
                eventId, caseId, message.getDescriptorForType().getFullName(), occurredAt, message.toByteArray());
    }

    /** When any replica may hand it over. */
    public Instant dueAt() {
        return occurredAt.plus(HEAD_START);
    }
}
