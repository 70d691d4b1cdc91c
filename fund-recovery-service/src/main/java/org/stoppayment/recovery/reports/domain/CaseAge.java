package org.stoppayment.recovery.reports.domain;

import java.time.Instant;
import java.time.ZoneId;

/** Time since the call of a case, in calendar months of Asia/Shanghai; named as in the contract. */
public enum CaseAge {
    /** Not grouped by it. */
    UNSPECIFIED,
    /** Under 1 month. */
    UNDER_1_MONTH,
    /** 1 month or more, under 3. */
    FROM_1_TO_3_MONTHS,
    /** 3 months or more, under 6. */
    FROM_3_TO_6_MONTHS,
    /** 6 months or more, under 12. */
    FROM_6_TO_12_MONTHS,
    /** 12 months or more. */
    OVER_12_MONTHS;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The moment that lies so many calendar months before {@code now}. */
    public static Instant monthsBefore(Instant now, int months) {
        return now.atZone(ZONE).minusMonths(months).toInstant();
    }
}
