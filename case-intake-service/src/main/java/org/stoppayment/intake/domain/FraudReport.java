package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Violation;

/**
 * A 110 report as received, not validated yet.
 *
 * <p>A new field begins in {@code case_intake.proto}, is parsed by {@code ReportWire} and checked by {@code IntakeRules}. The stored
 * submission keeps the request's bytes; a field that is queried needs a column and a migration. What freeze needs goes on in {@code
 * ReportAcceptedEvents}.
 *
 * @param requestId the caller's id of the request, as given
 * @param channel stable code of how it came in
 * @param receivedAt when the call began
 * @param operator the officer on the desk
 * @param fraudType stable code of the fraud type
 * @param victim the victim
 * @param transfers the payments
 * @param protectiveStops the victim's own accounts to be stopped
 * @param content the request, byte for byte
 * @param unreadable violations found while parsing: forbidden characters
 * @param doubtful warnings found while parsing: unknown enum numbers, impossible times
 */
public record FraudReport(
        String requestId,
        String channel,
        Optional<Instant> receivedAt,
        Operator operator,
        String fraudType,
        Victim victim,
        List<Transfer> transfers,
        List<ProtectiveStop> protectiveStops,
        Content content,
        List<Violation> unreadable,
        List<Violation> doubtful) {}
