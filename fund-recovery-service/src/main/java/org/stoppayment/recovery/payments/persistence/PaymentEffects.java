package org.stoppayment.recovery.payments.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.stoppayment.recovery.payments.domain.Payment;

/**
 * What a change of a payment means for others, in the session of its transaction: shares and plans are made again, and a plan whose payments
 * have all ended is paid. The tables are those of attribution, eligibility and plans.
 */
@ApplicationScoped
class PaymentEffects {

    private static final String LOCK_PLAN = "SELECT plan_id FROM refund_plan WHERE plan_id = :planId FOR UPDATE";
    private static final String LOCK_ACCOUNTS = """
            SELECT a.account_number FROM refund_plan_account pa JOIN attributed_account a USING (institution_code, account_number)
            WHERE pa.plan_id = :planId ORDER BY a.institution_code, a.account_number FOR UPDATE OF a""";
    private static final String MAKE_VICTIM_DUE = """
            INSERT INTO victim (case_id, version, plans_due_at) VALUES (:caseId, 0, :now)
            ON CONFLICT (case_id) DO UPDATE SET plans_due_at = excluded.plans_due_at""";
    private static final String MAKE_ACCOUNT_DUE = """
            INSERT INTO attributed_account AS a (institution_code, account_number, revision, due_at)
            VALUES (:institutionCode, :accountNumber, 1, :now)
            ON CONFLICT (institution_code, account_number) DO UPDATE
            SET revision = a.revision + 1, due_at = least(a.due_at, excluded.due_at)""";
    private static final String END_PLAN = """
            UPDATE refund_plan SET state = 'PAID', version = version + 1
            WHERE plan_id = :planId AND state = 'PAYING' AND NOT EXISTS (
                SELECT FROM refund_payment p
                WHERE p.plan_id = :planId AND p.state NOT IN ('PAID', 'DECLINED', 'RETURNED'))""";
    private static final String FREE_ACCOUNTS =
            "UPDATE refund_plan_account SET stands = false WHERE plan_id = :planId AND stands";
    private static final String DRAFT_AGAIN = """
            UPDATE attributed_account SET draft_due_at = :now
            FROM refund_plan_account due
            WHERE due.plan_id = :planId AND attributed_account.institution_code = due.institution_code
              AND attributed_account.account_number = due.account_number""";

    /** Does what follows from the change; {@code payment} is written already. */
    Uni<Void> of(Mutiny.Session session, Payment payment, Instant now) {
        // Plans are locked first, so that of the last two payments of a plan one sees that both have ended.
        return session.createNativeQuery(LOCK_PLAN)
                .setParameter("planId", payment.order().planId().value())
                .getSingleResult()
                .chain(() -> session.createNativeQuery(MAKE_VICTIM_DUE)
                        .setParameter("caseId", payment.order().caseId().value())
                        .setParameter("now", now)
                        .executeUpdate())
                // In the order of keys, so that what computes and drafts cannot deadlock with this.
                .chain(() -> session.createNativeQuery(LOCK_ACCOUNTS)
                        .setParameter("planId", payment.order().planId().value())
                        .getResultList())
                .chain(() -> session.createNativeQuery(MAKE_ACCOUNT_DUE)
                        .setParameter(
                                "institutionCode", payment.order().account().institutionCode())
                        .setParameter("accountNumber", payment.order().account().number())
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> payment.state().hasEnded()
                        ? endPlan(session, payment, now)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> endPlan(Mutiny.Session session, Payment payment, Instant now) {
        return session.createNativeQuery(END_PLAN)
                .setParameter("planId", payment.order().planId().value())
                .executeUpdate()
                .chain(ended -> ended == 0 ? Uni.createFrom().voidItem() : freeAccounts(session, payment, now));
    }

    private static Uni<Void> freeAccounts(Mutiny.Session session, Payment payment, Instant now) {
        return session.createNativeQuery(FREE_ACCOUNTS)
                .setParameter("planId", payment.order().planId().value())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(DRAFT_AGAIN)
                        .setParameter("planId", payment.order().planId().value())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
