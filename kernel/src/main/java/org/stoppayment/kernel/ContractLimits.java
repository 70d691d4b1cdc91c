package org.stoppayment.kernel;

import java.time.Instant;

/** How much one message of the institutions' contract ({@code institution-api-v1.yaml}) may hold, whoever brings it. */
public final class ContractLimits {

    /** Most characters of a booking's serial. */
    public static final int MAX_SERIAL = 100;

    /** Most characters of a name. */
    public static final int MAX_NAME = 200;

    /** Most outflows, and most inflows, of one feedback. */
    public static final int MAX_BOOKINGS = 10_000;

    /** Most fields that are named in one feedback, of an order or of bookings: enough for a person to ask. */
    public static final int MAX_NAMED = 100;

    /** No stop is older than the rules that it is put on by: 银发〔2016〕86号. */
    public static final Instant EARLIEST_STOP = Instant.parse("2016-01-01T00:00:00Z");

    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private ContractLimits() {}

    /** True when the moment is in the years 1 to 9999, UTC: RFC 3339, a protobuf timestamp and Postgres can all write it. */
    public static boolean isMoment(Instant moment) {
        return !moment.isBefore(FIRST_MOMENT) && !moment.isAfter(LAST_MOMENT);
    }
}
