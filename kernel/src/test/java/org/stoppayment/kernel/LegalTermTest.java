package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked out by hand on a calendar; times of Asia/Shanghai. */
class LegalTermTest {

    @ParameterizedTest
    @CsvSource({
        "2026-08-31T10:00:00+08:00, P6M, 2027-02-28T10:00:00+08:00",
        "2027-08-31T10:00:00+08:00, P6M, 2028-02-29T10:00:00+08:00",
        "2027-08-29T10:00:00+08:00, P6M, 2028-02-29T10:00:00+08:00",
        "2028-02-29T10:00:00+08:00, P1Y, 2029-02-28T10:00:00+08:00",
        "2028-02-29T10:00:00+08:00, P6M, 2028-08-29T10:00:00+08:00",
        "2026-03-31T23:59:59+08:00, P6M, 2026-09-30T23:59:59+08:00",
        "2026-12-31T00:00:00+08:00, P6M, 2027-06-30T00:00:00+08:00",
    })
    void monthWithoutSuchADayEndsOnItsLast(String begin, String length, String end) {
        assertThat(new LegalTerm(Period.parse(length))
                        .endFrom(OffsetDateTime.parse(begin).toInstant()))
                .isEqualTo(OffsetDateTime.parse(end).toInstant());
    }

    @Test
    void monthsAreThoseOfShanghai() {
        // 31 August there, 30 August in UTC.
        assertThat(new LegalTerm(Period.ofMonths(6))
                        .endFrom(OffsetDateTime.parse("2026-08-30T17:00:00Z").toInstant()))
                .isEqualTo(OffsetDateTime.parse("2027-02-27T17:00:00Z").toInstant());
    }

    @Test
    void termInSecondsIsExact() {
        assertThat(new LegalTerm(Duration.ofSeconds(30))
                        .endFrom(OffsetDateTime.parse("2026-08-31T10:00:00Z").toInstant()))
                .isEqualTo(OffsetDateTime.parse("2026-08-31T10:00:30Z").toInstant());
    }
}
