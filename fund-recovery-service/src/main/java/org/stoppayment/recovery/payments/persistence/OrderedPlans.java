package org.stoppayment.recovery.payments.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.PlanId;

/**
 * Begins to pay plans, in the session of the transaction that orders the payments. Whatever changes a plan or objects to it locks the plan
 * first, too. The tables are those of plans, approvals, notices, attribution and eligibility.
 */
@ApplicationScoped
class OrderedPlans {

    private static final String LOCK = "SELECT state FROM refund_plan WHERE plan_id = :planId FOR UPDATE";
    private static final String LOCK_VICTIMS = """
            SELECT v.case_id FROM refund_plan_case c JOIN victim v USING (case_id)
            WHERE c.plan_id = :planId ORDER BY v.case_id FOR UPDATE OF v""";

    /** News of an account concerns all that it paid, long before these are computed again. */
    private static final String CHECK = """
            WITH RECURSIVE own AS (
                SELECT institution_code, account_number FROM refund_plan_account WHERE plan_id = :planId),
            upstream AS (
                SELECT institution_code, account_number FROM own
                UNION
                SELECT f.institution_code, f.account_number
                FROM upstream u CROSS JOIN LATERAL (
                    SELECT payer_institution_code AS institution_code, payer_number AS account_number FROM attributed_flow
                    WHERE payee_institution_code = u.institution_code AND payee_number = u.account_number
                      AND payer_number IS NOT NULL OFFSET 0) f)
            SELECT EXISTS (SELECT FROM refund_approval a
                           WHERE a.plan_id = p.plan_id AND a.state = 'APPROVED' AND a.plan_digest = p.digest),
                   EXISTS (SELECT FROM refund_approval a WHERE a.plan_id = p.plan_id AND a.expires_at > :now),
                   EXISTS (SELECT FROM own
                           JOIN refund_plan_account other USING (institution_code, account_number)
                           JOIN refund_plan objected ON objected.plan_id = other.plan_id
                           JOIN plan_objection o ON o.plan_id = other.plan_id
                           WHERE o.outcome IS NULL OR o.outcome = 'UPHELD' AND objected.payment_digest = p.payment_digest),
                   EXISTS (SELECT FROM upstream JOIN attributed_account a USING (institution_code, account_number)
                           WHERE a.due_at IS NOT NULL)
                   OR EXISTS (SELECT FROM own JOIN attributed_account a USING (institution_code, account_number)
                              WHERE a.draft_due_at IS NOT NULL)
                   OR EXISTS (SELECT FROM refund_plan_case c JOIN victim v USING (case_id)
                              WHERE c.plan_id = p.plan_id AND v.plans_due_at IS NOT NULL),
                   EXISTS (SELECT FROM own WHERE NOT EXISTS (
                               SELECT FROM hold h
                               WHERE h.institution_code = own.institution_code AND h.account_number = own.account_number
                                 AND h.measure = 'FREEZE' AND h.is_in_effect AND h.expires_at > :now))
            FROM refund_plan p WHERE p.plan_id = :planId""";

    /** Other plans of these victims are made again: what is ordered now is not theirs any more. All of these rows are locked already. */
    private static final String BEGIN = """
            WITH begun AS (
                UPDATE refund_plan SET state = 'PAYING', version = version + 1 WHERE plan_id = :planId RETURNING plan_id)
            INSERT INTO victim (case_id, version, plans_due_at)
            SELECT case_id, 0, CAST(:now AS timestamptz) FROM begun JOIN refund_plan_case USING (plan_id) ORDER BY case_id
            ON CONFLICT (case_id) DO UPDATE SET plans_due_at = excluded.plans_due_at""";

    /** True when its payments may be ordered now; false when it has been paid, or is being paid. Fails with a refusal otherwise. */
    Uni<Boolean> begin(Mutiny.Session session, PlanId planId, Instant now) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("planId", planId.value())
                .getSingleResultOrNull()
                .chain(state -> {
                    if (state == null) {
                        throw new ServiceException.NotFound("planId", planId.toString());
                    }
                    return switch (state) {
                        case "PAYING", "PAID" -> Uni.createFrom().item(false);
                        case "DRAFT" -> check(session, planId, now);
                        default -> throw refusal("PLAN_SUPERSEDED", planId, "a draft");
                    };
                });
    }

    private static Uni<Boolean> check(Mutiny.Session session, PlanId planId, Instant now) {
        UUID id = planId.value();
        return session.createNativeQuery(LOCK_VICTIMS)
                .setParameter("planId", id)
                .getResultList()
                .chain(() -> session.createNativeQuery(CHECK, Object[].class)
                        .setParameter("planId", id)
                        .setParameter("now", now)
                        .getSingleResult())
                .invoke(found -> require(found, planId))
                .chain(() -> session.createNativeQuery(BEGIN)
                        .setParameter("planId", id)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWith(true);
    }

    private static void require(Object[] found, PlanId planId) {
        if (!(boolean) found[0]) {
            throw refusal("NOT_APPROVED", planId, "an approved plan");
        }
        if (!(boolean) found[1]) {
            throw refusal("APPROVAL_EXPIRED", planId, "a plan whose approval has not expired");
        }
        if ((boolean) found[2]) {
            throw refusal("PLAN_BLOCKED", planId, "a plan without an open objection, or one that was upheld");
        }
        if ((boolean) found[3]) {
            throw refusal("FACTS_CHANGED", planId, "a plan of what is known now; a new one is being made");
        }
        if ((boolean) found[4]) {
            throw refusal("FREEZE_ENDED", planId, "a plan whose accounts are frozen");
        }
    }

    private static ServiceException.Refusal refusal(String code, PlanId planId, String expected) {
        return new ServiceException.Refusal(code, "planId: " + planId + " (expected: " + expected + ")");
    }
}
