package org.stoppayment.kernel;

import java.time.Instant;

/** Limits of the messages in the institutions' contract ({@code institution-api-v1.yaml}). */
public final class ContractLimits {

    /** Maximum length of a booking's serial. */
    public static final int MAX_SERIAL = 100;

    /** Maximum length of a name. */
    public static final int MAX_NAME = 200;

    /** Maximum number of outflows, and of inflows, in one feedback. */
    public static final int MAX_BOOKINGS = 10_000;

    /** Maximum number of unreadable fields that are listed for one feedback. */
    public static final int MAX_NAMED = 100;

    /** Earliest time of a stop: 银发〔2016〕86号, the rules for stops, is of 2016. */
    public static final Instant EARLIEST_STOP = Instant.parse("2016-01-01T00:00:00Z");

    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private ContractLimits() {}

    /** True when the moment is in the years 1 to 9999, UTC, which RFC 3339, protobuf and Postgres can all represent. */
    public static boolean isMoment(Instant moment) {
        return !moment.isBefore(FIRST_MOMENT) && !moment.isAfter(LAST_MOMENT);
    }
}
