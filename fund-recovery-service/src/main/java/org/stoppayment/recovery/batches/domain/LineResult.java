package org.stoppayment.recovery.batches.domain;

import java.util.Optional;

/**
 * What came of one plan of a batch.
 *
 * @param line the plan, as it stood before
 * @param outcome what came of it
 * @param code of the refusal, or why it is passed over; else empty
 * @param reason of the refusal or failure, or why it is passed over; else empty; without personal data
 */
public record LineResult(BatchLine line, Outcome outcome, String code, String reason) {

    /** What came of a plan. */
    public enum Outcome {
        /** It is done. */
        DONE,
        /** It was done before. */
        DONE_BEFORE,
        /** A rule refused it. */
        REFUSED,
        /** It failed, and may or may not be done. */
        FAILED,
        /** Nothing is done with it by this batch any more. */
        PASSED_OVER
    }

    /** What is said of a line that acts pass over; empty of one that they do not. */
    public static Optional<LineResult> passedOver(BatchLine line) {
        return switch (line.state()) {
            case REJECTED -> Optional.of(passedOver(line, "PLAN_REJECTED", "an officer rejected it in this batch"));
            case SUPERSEDED -> Optional.of(passedOver(line, "PLAN_SUPERSEDED", "a later plan has taken its place"));
            case WITHDRAWN ->
                Optional.of(passedOver(line, "PLAN_WITHDRAWN", "nothing is held any more, or no victim has a share"));
            default -> Optional.empty();
        };
    }

    private static LineResult passedOver(BatchLine line, String code, String why) {
        return new LineResult(
                line, Outcome.PASSED_OVER, code, "planId: " + line.plan().planId() + " (" + why + ")");
    }

    /** It is done, now or before. */
    public static LineResult of(BatchLine line, Outcome outcome) {
        return new LineResult(line, outcome, "", "");
    }
}
