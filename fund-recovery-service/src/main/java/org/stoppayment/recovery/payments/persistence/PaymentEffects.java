package org.stoppayment.recovery.payments.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.stoppayment.recovery.payments.application.PaymentConfig;
import org.stoppayment.recovery.payments.domain.Payment;

/**
 * What a change of a payment means for others, in the session of its transaction: shares and plans are made again, and a plan whose payments
 * have all ended is paid. The tables are those of attribution, eligibility and plans.
 */
@ApplicationScoped
class PaymentEffects {

    /**
     * The plan is locked first, so that of the last two payments of a plan one sees that both have ended; then the victim, then the accounts in the
     * order of keys, so that what computes and drafts cannot deadlock with this. Each part reads from the one before it, and so follows it.
     */
    private static final String MAKE_DUE = """
            WITH locked_plan AS MATERIALIZED (
                SELECT plan_id FROM refund_plan WHERE plan_id = :planId FOR UPDATE),
            changed_victim AS (
                INSERT INTO victim (case_id, version, plans_due_at)
                SELECT CAST(:caseId AS uuid), 0, CAST(:now AS timestamptz) FROM locked_plan
                ON CONFLICT (case_id) DO UPDATE SET plans_due_at = excluded.plans_due_at
                RETURNING case_id),
            locked_account AS MATERIALIZED (
                SELECT a.account_number
                FROM (SELECT count(*) FROM changed_victim) victims CROSS JOIN refund_plan_account pa
                JOIN attributed_account a USING (institution_code, account_number)
                WHERE pa.plan_id = :planId ORDER BY a.institution_code, a.account_number FOR UPDATE OF a)
            INSERT INTO attributed_account AS a (institution_code, account_number, revision, due_at)
            SELECT CAST(:institutionCode AS text), CAST(:accountNumber AS text), 1, CAST(:dueAt AS timestamptz)
            FROM (SELECT count(*) FROM locked_account) accounts
            ON CONFLICT (institution_code, account_number) DO UPDATE
            SET revision = a.revision + 1, due_at = least(a.due_at, excluded.due_at)""";

    /** A statement of its own: it sees what others have committed before the plan was locked. */
    private static final String END_PLAN = """
            WITH ended AS (
                UPDATE refund_plan SET state = 'PAID', version = version + 1
                WHERE plan_id = :planId AND state = 'PAYING' AND NOT EXISTS (
                    SELECT FROM refund_payment p
                    WHERE p.plan_id = :planId AND p.state NOT IN ('PAID', 'DECLINED', 'RETURNED'))
                RETURNING plan_id),
            freed AS (
                UPDATE refund_plan_account SET stands = false FROM ended
                WHERE refund_plan_account.plan_id = ended.plan_id AND stands)
            UPDATE attributed_account SET draft_due_at = CAST(:now AS timestamptz)
            FROM ended JOIN refund_plan_account due USING (plan_id)
            WHERE attributed_account.institution_code = due.institution_code
              AND attributed_account.account_number = due.account_number""";

    private final PaymentConfig config;

    PaymentEffects(PaymentConfig config) {
        this.config = config;
    }

    /** Does what follows from the change; {@code payment} is written already. */
    Uni<Void> of(Mutiny.Session session, Payment payment, Instant now) {
        return session.createNativeQuery(MAKE_DUE)
                .setParameter("planId", payment.order().planId().value())
                .setParameter("caseId", payment.order().caseId().value())
                .setParameter("institutionCode", payment.order().account().institutionCode())
                .setParameter("accountNumber", payment.order().account().number())
                .setParameter("now", now)
                .setParameter("dueAt", now.plus(config.recomputeAfter()))
                .executeUpdate()
                .chain(() -> payment.state().hasEnded()
                        ? endPlan(session, payment, now)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> endPlan(Mutiny.Session session, Payment payment, Instant now) {
        return session.createNativeQuery(END_PLAN)
                .setParameter("planId", payment.order().planId().value())
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }
}
