package org.stoppayment.recovery.plans.domain;

import org.stoppayment.kernel.ids.CaseId;

/**
 * What a victim may get from an account.
 *
 * @param caseId the case of the victim
 * @param shareFen the victim's share of the money on the account
 * @param provenLossFen what the victim lost, as far as it is proven
 * @param restoredFen what the victim got back already, elsewhere or by other accounts of the same plan
 */
public record Claim(CaseId caseId, long shareFen, long provenLossFen, long restoredFen) {

    public Claim {
        requireNotNegative("shareFen", shareFen);
        requireNotNegative("provenLossFen", provenLossFen);
        requireNotNegative("restoredFen", restoredFen);
    }

    /** The claim in fen: the share, but no more than the loss that is still open. */
    public long fen() {
        return Math.min(shareFen, openLossFen());
    }

    /** The loss that is still open, in fen. */
    public long openLossFen() {
        return Math.max(0, provenLossFen - restoredFen);
    }

    private static void requireNotNegative(String field, long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException(field + ": " + fen + " (expected: 0 or more)");
        }
    }
}
