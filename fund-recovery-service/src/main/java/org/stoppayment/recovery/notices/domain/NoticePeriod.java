package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.recovery.rules.domain.WorkingCalendar;

/**
 * How long a notice runs. Its first day is the day after publication; days are those of Asia/Shanghai. When its last day is no working day,
 * the next working day is the last, if the rules say so.
 *
 * @param beginsAt begin of the first day
 * @param endsAt end of the last day: not part of the period
 */
public record NoticePeriod(Instant beginsAt, Instant endsAt) {

    /**
     * The period of a notice that is published at {@code publishedAt}.
     *
     * @param calendar of the working days on which it may end; empty when it may end on any day
     */
    public static NoticePeriod of(Instant publishedAt, LegalTerm length, Optional<WorkingCalendar> calendar) {
        Instant begin = LocalDate.ofInstant(publishedAt, LegalTerm.ZONE)
                .plusDays(1)
                .atStartOfDay(LegalTerm.ZONE)
                .toInstant();
        NoticePeriod plain = new NoticePeriod(begin, length.endFrom(begin));
        return calendar.map(days -> plain.endingOn(days.workingDayFrom(plain.lastDay())))
                .orElse(plain);
    }

    private NoticePeriod endingOn(LocalDate day) {
        return day.equals(lastDay())
                ? this
                : new NoticePeriod(
                        beginsAt, day.plusDays(1).atStartOfDay(LegalTerm.ZONE).toInstant());
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
