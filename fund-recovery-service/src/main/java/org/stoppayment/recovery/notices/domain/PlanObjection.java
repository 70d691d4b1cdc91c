package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.PlanId;

/**
 * An objection to a plan. While it is open, it blocks every plan for the same accounts.
 *
 * @param id made by the caller
 * @param planId the plan
 * @param content what is objected
 * @param takenBy who took it
 * @param openedAt when
 * @param dueAt by when it is to be decided
 * @param decision empty while it is open
 */
public record PlanObjection(
        UUID id,
        PlanId planId,
        Content content,
        Officer takenBy,
        Instant openedAt,
        Instant dueAt,
        Optional<Decision> decision) {

    /** How the person who objects is related to the money. */
    public enum Relation {
        /** A victim, of this or another case. */
        VICTIM,
        /** Somebody else with an interest in the money, such as the holder of the account. */
        INTERESTED_PARTY
    }

    /** How an objection was decided. */
    public enum Outcome {
        /** The plan is not carried out as it is. */
        UPHELD,
        /** The plan stands. */
        REJECTED,
        /** The person who objected withdrew it. */
        WITHDRAWN
    }

    /**
     * What is objected.
     *
     * @param name of the person who objects
     * @param relation to the money
     * @param statement why
     * @param evidenceDigest SHA-256 of the evidence, where there is some
     */
    public record Content(String name, Relation relation, String statement, Optional<String> evidenceDigest) {}

    /**
     * How it was decided.
     *
     * @param outcome of the objection
     * @param reason why
     * @param officer who decided
     * @param at when
     */
    public record Decision(Outcome outcome, String reason, Officer officer, Instant at) {}

    /** True while it is not decided. */
    public boolean isOpen() {
        return decision.isEmpty();
    }

    /** True when it was upheld. */
    public boolean isUpheld() {
        return decision.map(decided -> decided.outcome() == Outcome.UPHELD).orElse(false);
    }
}
