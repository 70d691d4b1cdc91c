package org.stoppayment.freeze.rules.domain;

import java.time.Duration;

/**
 * What no answer leads to, as figures. After what time there is none, the registry of institutions says.
 *
 * @param firstInquiry the first inquiry comes within this time, the next ones within twice the time before
 * @param slowestInquiry but never later than this
 * @param budget how long inquiries go on before a person must act
 * @param bookingsInquiry once the budget is spent, bookings that are still to come are inquired after within this time
 * @param alertAfter how old the first failure of an unsettled order is when people are told; and how old the request of a
 *     lift, an extension or paperwork that has no result
 */
public record DoubtRules(
        Duration firstInquiry,
        Duration slowestInquiry,
        Duration budget,
        Duration bookingsInquiry,
        Duration alertAfter) {}
