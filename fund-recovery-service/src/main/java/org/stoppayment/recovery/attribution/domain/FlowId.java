package org.stoppayment.recovery.attribution.domain;

import java.util.Comparator;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The identity of a flow: the fact that tells of it, or its lack.
 *
 * @param source what told of it
 * @param account whose booking it is; of a reported transfer the payee
 * @param serial of the booking; of a reported transfer or a refund its id; empty where there is none
 * @param ordinal which of the flows under this serial, from 1
 */
public record FlowId(Source source, AccountRef.Key account, String serial, int ordinal) implements Comparable<FlowId> {

    /** What tells of a flow. */
    public enum Source {
        /** The account had it before its first booking. */
        OPENING,
        /** Nobody told where it came from: more left, or is there, than bookings brought. */
        UNTOLD_IN,
        /** A victim reported it. */
        REPORTED,
        /** A booking out of the payer's account. */
        OUT,
        /** A booking into the payee's account, which the payer's institution has not told. */
        IN,
        /** Nobody told where it went: less is there than bookings left. */
        UNTOLD_OUT,
        /** It was paid back to a victim. */
        REFUND
    }

    private static final Comparator<FlowId> ORDER = Comparator.comparing(FlowId::account, Accounts.ORDER)
            .thenComparing(FlowId::source)
            .thenComparing(FlowId::serial)
            .thenComparingInt(FlowId::ordinal);

    @Override
    public int compareTo(FlowId other) {
        return ORDER.compare(this, other);
    }
}
