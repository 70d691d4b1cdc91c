package org.stoppayment.recovery.plans.domain;

/**
 * What a victim gets from an account.
 *
 * @param claim of the victim
 * @param fen what is paid, at most the claim
 */
public record Payout(Claim claim, long fen) {

    public Payout {
        if (fen < 0 || fen > claim.fen()) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: 0.." + claim.fen() + ")");
        }
    }
}
