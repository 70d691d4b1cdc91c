package org.stoppayment.recovery.attribution.domain;

import java.util.Comparator;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The identity of a flow: the fact that tells of it.
 *
 * @param source what told of it
 * @param account whose booking it is; of a reported transfer the payee
 * @param serial of the booking; of a reported transfer its id
 * @param ordinal which of the bookings under this serial, from 1
 */
public record FlowId(Source source, AccountRef.Key account, String serial, int ordinal) implements Comparable<FlowId> {

    /** What tells of a flow. */
    public enum Source {
        /** A victim reported it. */
        REPORTED,
        /** A booking out of the payer's account. */
        OUT,
        /** A booking into the payee's account, which the payer's institution has not told. */
        IN
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
