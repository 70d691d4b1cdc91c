package org.stoppayment.recovery.facts.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.text;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.recovery.facts.domain.Party;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.messaging.EventFields;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** Reads fields that facts have in common. */
final class FactFields {

    static final int MAX_FACTS = 500;

    /** An index of Postgres takes no longer keys than a few of these. */
    private static final int MAX_KEY_CHARACTERS = 200;

    private FactFields() {}

    /** Reads one of the facts of an event. */
    @FunctionalInterface
    interface Reader<M, F> {
        F read(String path, M sent) throws UnreadableEventException;
    }

    /** All facts of an event, which has 1 to 500. */
    static <M, F> List<F> all(String path, List<M> sent, Reader<M, F> reader) throws UnreadableEventException {
        if (sent.isEmpty() || sent.size() > MAX_FACTS) {
            throw new UnreadableEventException(path, sent.size() + " entries", "1.." + MAX_FACTS);
        }
        List<F> facts = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            facts.add(reader.read(path + "[" + i + "]", sent.get(i)));
        }
        return facts;
    }

    static int revision(String path, int sent) throws UnreadableEventException {
        return positive(path + ".revision", sent);
    }

    static int positive(String path, int sent) throws UnreadableEventException {
        if (sent < 1) {
            throw new UnreadableEventException(path, Integer.toString(sent), "1..2^31-1");
        }
        return sent;
    }

    /** A sum that was paid. */
    static Money paid(String path, long fen) throws UnreadableEventException {
        return sum(path, fen, 1);
    }

    /** A sum that may be zero. */
    static Money held(String path, long fen) throws UnreadableEventException {
        return sum(path, fen, 0);
    }

    private static Money sum(String path, long fen, long min) throws UnreadableEventException {
        if (fen < min || fen > Money.MAX_FEN) {
            throw new UnreadableEventException(path, Long.toString(fen), min + "..10^13");
        }
        return Money.ofFen(fen);
    }

    static AccountRef account(String path, Account sent) throws UnreadableEventException {
        keyText(path + ".institutionCode", sent.getInstitutionCode());
        keyText(path + ".number", sent.getNumber());
        return EventFields.account(path, sent);
    }

    static Party party(String path, Account sent) throws UnreadableEventException {
        return new Party(
                keyText(path + ".institutionCode", sent.getInstitutionCode()),
                keyText(path + ".number", sent.getNumber()),
                text(path + ".name", sent.getName()),
                CommonWire.kind(sent.getKind()));
    }

    /** Text that is part of a key. */
    static String keyText(String path, String sent) throws UnreadableEventException {
        if (sent.length() > MAX_KEY_CHARACTERS) {
            throw new UnreadableEventException(
                    path, sent.length() + " characters", "at most " + MAX_KEY_CHARACTERS + " characters");
        }
        return text(path, sent);
    }
}
