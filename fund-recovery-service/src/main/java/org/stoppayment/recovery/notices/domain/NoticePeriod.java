package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.stoppayment.kernel.LegalTerm;

/**
 * How long a notice runs. Its first day is the day after publication; days are those of Asia/Shanghai.
 *
 * @param beginsAt begin of the first day
 * @param endsAt end of the last day: not part of the period
 */
public record NoticePeriod(Instant beginsAt, Instant endsAt) {

    /** The period of a notice that is published at {@code publishedAt}. */
    public static NoticePeriod of(Instant publishedAt, LegalTerm length) {
        Instant begin = LocalDate.ofInstant(publishedAt, LegalTerm.ZONE)
                .plusDays(1)
                .atStartOfDay(LegalTerm.ZONE)
                .toInstant();
        return new NoticePeriod(begin, length.endFrom(begin));
    }

    /** True once the last day is over. */
    public boolean isOverAt(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** The first day. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(beginsAt, LegalTerm.ZONE);
    }

    /** The last day. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(endsAt.minusNanos(1), LegalTerm.ZONE);
    }
}
