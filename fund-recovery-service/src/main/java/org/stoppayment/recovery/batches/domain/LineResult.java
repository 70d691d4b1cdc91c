package org.stoppayment.recovery.batches.domain;

/**
 * What came of one plan of a batch.
 *
 * @param line the plan, as it stood before
 * @param outcome what came of it
 * @param code of the refusal or failure, else empty
 * @param reason of the refusal or failure, else empty; without personal data
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
        FAILED
    }

    /** It is done, now or before. */
    public static LineResult of(BatchLine line, Outcome outcome) {
        return new LineResult(line, outcome, "", "");
    }
}
