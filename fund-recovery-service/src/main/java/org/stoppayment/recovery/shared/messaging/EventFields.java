package org.stoppayment.recovery.shared.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.ProtocolMessageEnum;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Reads fields of events. The checks must be as strict as the database's constraints: an event that only the database refused would
 * block all events that are delivered with it.
 */
public final class EventFields {

    private EventFields() {}

    /** The message that an event carries, which must be a {@code type}. */
    public static <M extends Message> M data(Event event, Parser<M> parser, String type)
            throws UnreadableEventException {
        try {
            return parser.parseFrom(event.getData());
        } catch (InvalidProtocolBufferException broken) {
            throw new UnreadableEventException("data", event.getData().size() + " bytes", type);
        }
    }

    /** An id. */
    public static <T> T id(String path, String sent, Function<String, Optional<T>> parse)
            throws UnreadableEventException {
        Optional<T> id = parse.apply(sent);
        if (id.isEmpty()) {
            throw new UnreadableEventException(path, sent.length() + " characters", "a UUID");
        }
        return id.get();
    }

    /** An id, or nothing. */
    public static <T> Optional<T> optionalId(String path, String sent, Function<String, Optional<T>> parse)
            throws UnreadableEventException {
        return sent.isEmpty() ? Optional.empty() : Optional.of(id(path, sent, parse));
    }

    /** Text. Postgres cannot store U+0000. */
    public static String text(String path, String sent) throws UnreadableEventException {
        if (sent.indexOf('\0') >= 0) {
            throw new UnreadableEventException(path, "U+0000", "text without it");
        }
        return sent;
    }

    /** An account, which has a number. */
    public static AccountRef account(String path, Account sent) throws UnreadableEventException {
        if (sent.getNumber().isEmpty()) {
            throw new UnreadableEventException(path + ".number", "none", "the account that the money is in");
        }
        return new AccountRef(
                text(path + ".institutionCode", sent.getInstitutionCode()),
                text(path + ".number", sent.getNumber()),
                text(path + ".name", sent.getName()),
                CommonWire.kind(sent.getKind()));
    }

    /** A moment that must be there. */
    public static Instant moment(String path, boolean isSent, Timestamp sent) throws UnreadableEventException {
        if (!isSent) {
            throw new UnreadableEventException(path, "none", "a time in the years 1..9999");
        }
        return moment(path, sent);
    }

    /** A moment in the years 1 to 9999. */
    public static Instant moment(String path, Timestamp sent) throws UnreadableEventException {
        if (!CommonWire.isPossible(sent)) {
            throw new UnreadableEventException(path, sent.getSeconds() + " s", "a time in the years 1..9999");
        }
        return CommonWire.instant(sent);
    }

    /** The failure of a value that this version does not know. */
    public static UnreadableEventException unknown(String path, ProtocolMessageEnum sent) {
        return new UnreadableEventException(path, sent.toString(), "one that is known");
    }
}
