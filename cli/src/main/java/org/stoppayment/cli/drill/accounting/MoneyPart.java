package org.stoppayment.cli.drill.accounting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a case's money and where it ended.
 *
 * @param mule index of the mule whose account it was last in
 * @param level that mule's level
 * @param outcome where it ended
 * @param cause why it was not stopped; null when it was
 * @param fen the sum in fen, more than 0
 * @param at when it left, or was stopped; null when it is still there
 */
public record MoneyPart(
        int mule,
        int level,
        Outcome outcome,
        @Nullable LossCause cause,
        long fen,
        @Nullable Instant at) {

    /** Where money ended. */
    public enum Outcome {
        /** In an account that is stopped. */
        STOPPED,
        /** Left in cash. */
        CASH,
        /** Left for goods. */
        MERCHANT,
        /** In an account that is not stopped: may still be lost. */
        STILL_THERE
    }
}
