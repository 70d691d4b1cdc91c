package org.stoppayment.recovery.ledger.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.recovery.ledger.domain.Cause;
import org.stoppayment.recovery.ledger.domain.FundsMoved;
import org.stoppayment.recovery.ledger.domain.Movement;
import org.stoppayment.recovery.ledger.domain.Position;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/**
 * Parses {@code FundsMoved}. The checks here must be as strict as the database's constraints: an event that only the database
 * refused would block all events that are delivered with it.
 */
final class FundsMovedWire {

    private static final String TYPE =
            org.stoppayment.proto.freeze.v1.FundsMoved.getDescriptor().getFullName();
    private static final String A_UUID = "a UUID";
    private static final String A_KNOWN_VALUE = "one that is known";

    private FundsMovedWire() {}

    static FundsMoved parse(Event event) throws UnreadableEventException {
        EventId eventId = id("eventId", event.getEventId(), EventId::parse);
        if (!event.getType().equals(TYPE)) {
            throw new UnreadableEventException("type", "unknown", TYPE);
        }
        CaseId caseId = id("caseId", event.getCaseId(), CaseId::parse);
        Instant occurredAt = occurredAt(event);
        org.stoppayment.proto.freeze.v1.FundsMoved moved = data(event);
        if (!id("data.caseId", moved.getCaseId(), CaseId::parse).equals(caseId)) {
            throw new UnreadableEventException("data.caseId", "another", "that of the event");
        }
        return new FundsMoved(eventId, caseId, occurredAt, movements(moved.getMovementsList()));
    }

    private static org.stoppayment.proto.freeze.v1.FundsMoved data(Event event) throws UnreadableEventException {
        try {
            return org.stoppayment.proto.freeze.v1.FundsMoved.parseFrom(event.getData());
        } catch (InvalidProtocolBufferException broken) {
            throw new UnreadableEventException("data", event.getData().size() + " bytes", TYPE);
        }
    }

    private static Instant occurredAt(Event event) throws UnreadableEventException {
        Timestamp at = event.getOccurredAt();
        if (!event.hasOccurredAt()) {
            throw new UnreadableEventException("occurredAt", "none", "when it happened");
        }
        if (!CommonWire.isPossible(at)) {
            throw new UnreadableEventException("occurredAt", at.getSeconds() + " s", "a time in the years 1..9999");
        }
        return CommonWire.instant(at);
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
                applicationId(path + ".applicationId", sent.getApplicationId()),
                cause(path + ".cause", sent.getCause()),
                from,
                to,
                Money.ofFen(sent.getAmountFen()));
    }

    private static AccountRef account(String path, Account sent) throws UnreadableEventException {
        if (sent.getNumber().isEmpty()) {
            throw new UnreadableEventException(path + ".number", "none", "the account that the money is in");
        }
        return new AccountRef(
                text(path + ".institutionCode", sent.getInstitutionCode()),
                text(path + ".number", sent.getNumber()),
                text(path + ".name", sent.getName()),
                CommonWire.kind(sent.getKind()));
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
            case FUNDS_POSITION_UNSPECIFIED, UNRECOGNIZED ->
                throw new UnreadableEventException(path, sent.name(), A_KNOWN_VALUE);
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
            case FUNDS_MOVEMENT_CAUSE_UNSPECIFIED, UNRECOGNIZED ->
                throw new UnreadableEventException(path, sent.name(), A_KNOWN_VALUE);
        };
    }

    private static Optional<ApplicationId> applicationId(String path, String sent) throws UnreadableEventException {
        return sent.isEmpty() ? Optional.empty() : Optional.of(id(path, sent, ApplicationId::parse));
    }

    private static <T> T id(String path, String sent, Function<String, Optional<T>> parse)
            throws UnreadableEventException {
        Optional<T> id = parse.apply(sent);
        if (id.isEmpty()) {
            throw new UnreadableEventException(path, sent.length() + " characters", A_UUID);
        }
        return id.get();
    }

    /** Postgres cannot store U+0000. */
    private static String text(String path, String sent) throws UnreadableEventException {
        if (sent.indexOf('\0') >= 0) {
            throw new UnreadableEventException(path, "U+0000", "text without it");
        }
        return sent;
    }
}
