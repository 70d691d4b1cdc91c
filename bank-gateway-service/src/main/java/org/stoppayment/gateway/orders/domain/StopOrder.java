package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;

/**
 * An order to stop outgoing payments of an account (紧急止付, 100101).
 *
 * @param id the institution's idempotency key
 * @param caseId the case
 * @param account the account to stop
 * @param transfers payments into the account, which the institution matches; none for a protective stop
 * @param protective true for the victim's own account: only name and number are matched
 * @param original the order that this one corrects
 * @param reason stable code of the fraud type, may be empty
 * @param appliedAt when the order was made
 * @param operator the officer
 * @param urgent true for a known mule: sent before others
 * @param resend true for any attempt after the first: sent after others
 * @param type empty unless it is paperwork of an earlier stop
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
        boolean resend,
        Optional<ApplicationType> type)
        implements Order {

    public StopOrder {
        transfers = List.copyOf(transfers);
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public OrderKind kind() {
        return OrderKind.STOP;
    }
}
