package org.stoppayment.recovery.ledger.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.account;
import static org.stoppayment.recovery.shared.messaging.EventFields.data;
import static org.stoppayment.recovery.shared.messaging.EventFields.id;
import static org.stoppayment.recovery.shared.messaging.EventFields.moment;
import static org.stoppayment.recovery.shared.messaging.EventFields.optionalId;
import static org.stoppayment.recovery.shared.messaging.EventFields.unknown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.recovery.ledger.domain.Cause;
import org.stoppayment.recovery.ledger.domain.FundsMoved;
import org.stoppayment.recovery.ledger.domain.Movement;
import org.stoppayment.recovery.ledger.domain.Position;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/**
 * Parses {@code FundsMoved}. The checks here must be as strict as the database's constraints: an event that only the database
 * refused would block all events that are delivered with it.
 */
final class FundsMovedWire {

    private static final String TYPE =
            org.stoppayment.proto.freeze.v1.FundsMoved.getDescriptor().getFullName();

    private FundsMovedWire() {}

    static FundsMoved parse(Event event) throws UnreadableEventException {
        EventId eventId = id("eventId", event.getEventId(), EventId::parse);
        if (!event.getType().equals(TYPE)) {
            throw new UnreadableEventException("type", "unknown", TYPE);
        }
        CaseId caseId = id("caseId", event.getCaseId(), CaseId::parse);
        Instant occurredAt = occurredAt(event);
        org.stoppayment.proto.freeze.v1.FundsMoved moved =
                data(event, org.stoppayment.proto.freeze.v1.FundsMoved.parser(), TYPE);
        if (!id("data.caseId", moved.getCaseId(), CaseId::parse).equals(caseId)) {
            throw new UnreadableEventException("data.caseId", "another", "that of the event");
        }
        return new FundsMoved(eventId, caseId, occurredAt, movements(moved.getMovementsList()));
    }

    private static Instant occurredAt(Event event) throws UnreadableEventException {
        if (!event.hasOccurredAt()) {
            throw new UnreadableEventException("occurredAt", "none", "when it happened");
        }
        return moment("occurredAt", event.getOccurredAt());
    }

    private static List<Movement> movements(List<FundsMovement> sent) throws UnreadableEventException {
        if (sent.isEmpty()) {
            throw new UnreadableEventException("movements", "none", "at least one");
        }
        List<Movement> movements = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            movements.add(movement("movements[" + i + "]", sent.get(i)));
        }
        return movements;
    }

    private static Movement movement(String path, FundsMovement sent) throws UnreadableEventException {
        Position from = position(path + ".from", sent.getFrom());
        Position to = position(path + ".to", sent.getTo());
        if (from == to) {
            throw new UnreadableEventException(path + ".to", to.name(), "another than from");
        }
        if (!Movement.isBookable(sent.getAmountFen())) {
            throw new UnreadableEventException(path + ".amountFen", Long.toString(sent.getAmountFen()), "1..10^17");
        }
        return new Movement(
                account(path + ".account", sent.getAccount()),
                optionalId(path + ".applicationId", sent.getApplicationId(), ApplicationId::parse),
                cause(path + ".cause", sent.getCause()),
                from,
                to,
                Money.ofFen(sent.getAmountFen()));
    }

    private static Position position(String path, FundsPosition sent) throws UnreadableEventException {
        return switch (sent) {
            case FUNDS_POSITION_REPORTED -> Position.REPORTED;
            case FUNDS_POSITION_UNKNOWN -> Position.UNKNOWN;
            case FUNDS_POSITION_HELD -> Position.HELD;
            case FUNDS_POSITION_LAPSED -> Position.LAPSED;
            case FUNDS_POSITION_LIFTED -> Position.LIFTED;
            case FUNDS_POSITION_ONWARD -> Position.ONWARD;
            case FUNDS_POSITION_CASH -> Position.CASH;
            case FUNDS_POSITION_MERCHANT -> Position.MERCHANT;
            case FUNDS_POSITION_RESTORED -> Position.RESTORED;
            case FUNDS_POSITION_FROZEN -> Position.FROZEN;
            case FUNDS_POSITION_RETURNED -> Position.RETURNED;
            case FUNDS_POSITION_UNSPECIFIED, UNRECOGNIZED -> throw unknown(path, sent);
        };
    }

    private static Cause cause(String path, FundsMovementCause sent) throws UnreadableEventException {
        return switch (sent) {
            case FUNDS_MOVEMENT_CAUSE_REPORTED -> Cause.REPORTED;
            case FUNDS_MOVEMENT_CAUSE_STOP_IN_EFFECT -> Cause.STOP_IN_EFFECT;
            case FUNDS_MOVEMENT_CAUSE_STOP_LAPSED -> Cause.STOP_LAPSED;
            case FUNDS_MOVEMENT_CAUSE_STOP_LIFTED -> Cause.STOP_LIFTED;
            case FUNDS_MOVEMENT_CAUSE_CORRECTED -> Cause.CORRECTED;
            case FUNDS_MOVEMENT_CAUSE_TRACED -> Cause.TRACED;
            case FUNDS_MOVEMENT_CAUSE_FREEZE_IN_EFFECT -> Cause.FREEZE_IN_EFFECT;
            case FUNDS_MOVEMENT_CAUSE_FREEZE_LIFTED -> Cause.FREEZE_LIFTED;
            case FUNDS_MOVEMENT_CAUSE_FREEZE_LAPSED -> Cause.FREEZE_LAPSED;
            case FUNDS_MOVEMENT_CAUSE_REFUNDED -> Cause.REFUNDED;
            case FUNDS_MOVEMENT_CAUSE_REFUND_CAME_BACK -> Cause.REFUND_CAME_BACK;
            case FUNDS_MOVEMENT_CAUSE_UNSPECIFIED, UNRECOGNIZED -> throw unknown(path, sent);
        };
    }
}
