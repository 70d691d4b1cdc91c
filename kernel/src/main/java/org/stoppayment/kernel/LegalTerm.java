package org.stoppayment.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;

/**
 * A term in calendar months or days, which are those of Asia/Shanghai, or in hours and seconds. A month that has no such day ends on its
 * last: 31 August and six months is the last of February.
 *
 * @param length of the term, a {@link Period} or a {@link Duration}
 */
public record LegalTerm(TemporalAmount length) {

    /** Legal days are days there. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** When a term ends that begins at {@code begin}: at the same time of day. */
    public Instant endFrom(Instant begin) {
        return ZonedDateTime.ofInstant(begin, ZONE).plus(length).toInstant();
    }

    /** When a term begins that ends at {@code end}. */
    public Instant beginBefore(Instant end) {
        return ZonedDateTime.ofInstant(end, ZONE).minus(length).toInstant();
    }

    /** As written in a rule set, such as {@code P6M}. */
    @Override
    public String toString() {
        return length.toString();
    }
}
