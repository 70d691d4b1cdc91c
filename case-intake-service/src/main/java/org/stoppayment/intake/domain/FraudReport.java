package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Violation;

/**
 * A 110 report as it came in, before anybody has judged it.
 *
 * @param requestId made by the caller, as given
 * @param channel stable code of how it came in
 * @param receivedAt when the call began
 * @param operator the officer on the desk
 * @param fraudType stable code of the fraud type
 * @param victim the victim
 * @param transfers the payments
 * @param protectiveStops the victim's own accounts to be stopped
 * @param content the request, byte for byte
 * @param unreadable what the wire form itself violates: refused characters
 * @param doubtful what of the wire form was not understood: unknown enum numbers, impossible times
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
