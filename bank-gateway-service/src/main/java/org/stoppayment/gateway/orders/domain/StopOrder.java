package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;

/**
 * An order to stop outgoing payments of an account (紧急止付, 100101).
 *
 * @param id the institution's idempotency key
 * @param caseId the case that it belongs to
 * @param account the account to stop
 * @param transfers payments into the account that the institution checks against; none for a protective stop
 * @param protective true for the victim's own account: checked by name and number only
 * @param original the order that this one puts right
 * @param reason stable code of the fraud type, may be empty
 * @param appliedAt when the order was made
 * @param operator who asks
 * @param urgent true for a known mule: goes out ahead of others
 * @param type empty for a stop that is asked for now
 */
public record StopOrder(
        ApplicationId id,
        UUID caseId,
        Account account,
        List<Transfer> transfers,
        boolean protective,
        Optional<ApplicationId> original,
        String reason,
        Instant appliedAt,
        Operator operator,
        boolean urgent,
        Optional<ApplicationType> type) {

    public StopOrder {
        transfers = List.copyOf(transfers);
    }
}
