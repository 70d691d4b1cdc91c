package org.stoppayment.intake.domain;

import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;

/** The status of a case at the police, and the moves between statuses in one table. */
public enum CaseStatus {
    /** Reported, being verified. */
    OPEN,
    /** 立案. */
    FILED,
    /** 结案 or 撤案: closed after it was filed, or withdrawn. No move leads out of it. */
    CLOSED;

    /** What is done to a case. */
    public enum Move {
        /** Adds to what was reported. */
        SUPPLEMENT,
        /** 立案. */
        FILE,
        /** Corrects the facts of the filing. */
        CORRECT_FILING,
        /** 结案: a case that is not filed is withdrawn instead. */
        CLOSE,
        /** 撤案. */
        WITHDRAW
    }

    private static final Map<CaseStatus, Map<Move, CaseStatus>> MOVES = Map.of(
            OPEN, Map.of(Move.SUPPLEMENT, OPEN, Move.FILE, FILED, Move.WITHDRAW, CLOSED),
            FILED,
                    Map.of(
                            Move.SUPPLEMENT,
                            FILED,
                            Move.CORRECT_FILING,
                            FILED,
                            Move.CLOSE,
                            CLOSED,
                            Move.WITHDRAW,
                            CLOSED),
            CLOSED, Map.of());

    /** The status after a move; empty when a case of this status must not make it. */
    public Optional<CaseStatus> after(Move move) {
        return Optional.ofNullable(MOVES.get(this)).map(moves -> moves.get(move));
    }

    /** The status after a move of a case; throws {@link ServiceException.Refusal} when it must not make it. */
    public CaseStatus after(Move move, CaseId caseId) {
        return after(move).orElseThrow(() -> refusal(caseId));
    }

    /** Says that a case of this status must not make a move, and what it must be instead. */
    public ServiceException.Refusal refusal(CaseId caseId) {
        return switch (this) {
            case OPEN ->
                new ServiceException.Refusal("CASE_NOT_FILED", "case " + caseId + " is OPEN (expected: FILED)");
            case FILED ->
                new ServiceException.Refusal(
                        "CASE_FILED", "case " + caseId + " is FILED (expected: OPEN; correct its filing instead)");
            case CLOSED ->
                new ServiceException.Refusal("CASE_CLOSED", "case " + caseId + " is CLOSED (expected: OPEN or FILED)");
        };
    }
}
