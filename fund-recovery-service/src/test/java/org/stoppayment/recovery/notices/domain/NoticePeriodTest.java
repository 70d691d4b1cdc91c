package org.stoppayment.recovery.notices.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.recovery.rules.domain.WorkingCalendar;

/** Notices of thirty days, by the calendar of Asia/Shanghai. */
class NoticePeriodTest {

    private static final LegalTerm THIRTY_DAYS = new LegalTerm(Period.ofDays(30));

    @Test
    void firstDayIsTheDayAfterPublication() {
        NoticePeriod period = published("2026-03-01T10:00:00+08:00");

        assertThat(period.firstDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(period.lastDay()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(period.endsAt()).isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }

    @Test
    void lastSecondOfTheLastDayIsInThePeriod() {
        NoticePeriod period = published("2026-03-01T10:00:00+08:00");

        assertThat(period.isOverAt(at("2026-03-31T23:59:59.999+08:00"))).isFalse();
        assertThat(period.isOverAt(at("2026-04-01T00:00:00+08:00"))).isTrue();
    }

    @Test
    void dayIsThatOfShanghai() {
        assertThat(published("2026-03-01T00:00:00+08:00").firstDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(published("2026-03-01T23:59:59+08:00").firstDay()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void februaryOfALeapYearCounts() {
        assertThat(published("2028-02-10T10:00:00+08:00").lastDay()).isEqualTo(LocalDate.of(2028, 3, 11));
    }

    @Test
    void noticeWhoseLastDayIsNoWorkingDayRunsOnToTheNextOne() {
        WorkingCalendar calendar = new WorkingCalendar(Map.of(
                2026,
                new WorkingCalendar.Year(
                        Set.of(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 17)),
                        Set.of(LocalDate.of(2026, 2, 14)))));

        assertThat(published("2026-01-15T10:00:00+08:00", calendar).lastDay())
                .isEqualTo(LocalDate.of(2026, 2, 14)); // a Saturday that is worked
        assertThat(published("2026-01-16T10:00:00+08:00", calendar).lastDay()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(published("2026-01-16T10:00:00+08:00", calendar).endsAt())
                .isEqualTo(Instant.parse("2026-02-18T16:00:00Z"));
        assertThat(published("2026-03-01T10:00:00+08:00", calendar).lastDay()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    private static NoticePeriod published(String at, WorkingCalendar calendar) {
        return NoticePeriod.of(at(at), THIRTY_DAYS, Optional.of(calendar));
    }

    private static NoticePeriod published(String at) {
        return NoticePeriod.of(at(at), THIRTY_DAYS, Optional.empty());
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
