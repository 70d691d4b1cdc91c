package org.stoppayment.gateway.trial.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ApprovalLevel;
import org.stoppayment.gateway.orders.domain.Approver;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.FreezeAmendment;
import org.stoppayment.gateway.orders.domain.FreezeChange;
import org.stoppayment.gateway.orders.domain.FreezeLift;
import org.stoppayment.gateway.orders.domain.FreezeOrder;
import org.stoppayment.gateway.orders.domain.FreezeRenewal;
import org.stoppayment.gateway.orders.domain.LegalBasis;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.orders.domain.QueryBasis;
import org.stoppayment.gateway.orders.domain.RefundOrder;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.kernel.Money;

/**
 * The orders of one trial. They belong to no case, and rest on no document: its digest is that of an empty file.
 *
 * @param caseId of no case
 * @param account the test account
 * @param plan of no plan
 */
record TrialOrders(UUID caseId, Account account, UUID plan) {

    private static final String NAME = "stoppay bank try";
    private static final String REASON = "OTHER";
    private static final Operator OPERATOR = new Operator(NAME, "");
    private static final String EMPTY_FILE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final LegalBasis BASIS =
            new LegalBasis("TRIAL", NAME, EMPTY_FILE, new Approver(NAME, "", ApprovalLevel.COUNTY));

    /** 银发〔2016〕86号 2(1): the first term of a stop. */
    private static final Duration STOP_TERM = Duration.ofHours(48);

    /** About six months; a trial lifts it at once. */
    private static final Duration FREEZE_TERM = Duration.ofDays(180);

    private static final Money FROZEN = Money.ofFen(100);
    private static final Money CHANGED = Money.ofFen(50);
    private static final Money REFUNDED = Money.ofFen(20);

    StopOrder stop(ApplicationId id, Instant now) {
        return new StopOrder(
                id,
                caseId,
                account,
                List.of(),
                true,
                Optional.empty(),
                REASON,
                now,
                OPERATOR,
                false,
                false,
                Optional.empty());
    }

    ExtensionOrder extension(ApplicationId id, ApplicationId stop, Instant stoppedAt, Instant now) {
        return new ExtensionOrder(id, stop, caseId, account, REASON, now, stoppedAt.plus(STOP_TERM), OPERATOR);
    }

    LiftOrder lift(ApplicationId id, ApplicationId stop, Instant now) {
        return new LiftOrder(id, stop, caseId, account, REASON, now, OPERATOR);
    }

    FreezeOrder freeze(ApplicationId id, Instant now) {
        return new FreezeOrder(
                id,
                caseId,
                account,
                Optional.of(FROZEN),
                REASON,
                now,
                now.plus(FREEZE_TERM),
                BASIS,
                Optional.empty(),
                OPERATOR,
                false);
    }

    FreezeRenewal renewal(ApplicationId id, ApplicationId freeze, Instant now) {
        return new FreezeRenewal(amendment(id, freeze, now), now.plus(FREEZE_TERM.multipliedBy(2)));
    }

    FreezeChange change(ApplicationId id, ApplicationId freeze, Instant now) {
        return new FreezeChange(amendment(id, freeze, now), CHANGED);
    }

    RefundOrder refund(ApplicationId id, ApplicationId freeze, Account payee, Instant now) {
        return new RefundOrder(
                id,
                caseId,
                account,
                freeze,
                payee,
                REFUNDED,
                new RefundOrder.Plan(plan, EMPTY_FILE),
                REASON,
                now,
                BASIS,
                OPERATOR,
                false);
    }

    FreezeLift freezeLift(ApplicationId id, ApplicationId freeze, Instant now) {
        return new FreezeLift(amendment(id, freeze, now));
    }

    Query query(ApplicationId id, Instant now) {
        return new Query(
                id,
                caseId,
                account,
                new Query.Question.Balance(),
                new QueryBasis.Emergency(NAME, Optional.of(now)),
                REASON,
                now,
                OPERATOR);
    }

    private FreezeAmendment amendment(ApplicationId id, ApplicationId freeze, Instant now) {
        return new FreezeAmendment(id, freeze, caseId, account, REASON, now, BASIS, OPERATOR);
    }
}
