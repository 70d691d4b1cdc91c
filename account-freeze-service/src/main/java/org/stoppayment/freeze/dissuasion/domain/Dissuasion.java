package org.stoppayment.freeze.dissuasion.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Money;

/**
 * An entry of the dissuasion list: somebody who paid an account shortly before it was stopped and has not called.
 *
 * @param id of the entry
 * @param state where it stands
 * @param payer the likely victim's account
 * @param account the stopped one
 * @param paid what the payer paid
 * @param listedAt when it was listed
 * @param cases that the stopped account belongs to
 * @param hold the officer's who has it, had it last or closed it
 * @param closing what came of it
 * @param withdrawal why nobody needs to call
 */
public record Dissuasion(
        UUID id,
        State state,
        AccountRef payer,
        AccountRef account,
        Paid paid,
        Instant listedAt,
        List<CaseId> cases,
        Optional<Hold> hold,
        Optional<Closing> closing,
        Optional<Withdrawal> withdrawal) {

    /** Where an entry stands. */
    public enum State {
        /** Waits for an officer. */
        OPEN,
        /** An officer has it. */
        CLAIMED,
        /** Closed with an outcome. */
        CLOSED,
        /** Nobody needs to call. */
        WITHDRAWN
    }

    /** Why nobody needs to call. */
    public enum Withdrawal {
        /** The payer has called. */
        REPORTED,
        /** The payer's account is itself one that a case's money reached. */
        MULE
    }

    /**
     * What a payer paid into the account within the time before its stops.
     *
     * @param amount sum of the transfers
     * @param transfers their number
     * @param first when the first was booked
     * @param last when the last was booked
     */
    public record Paid(Money amount, int transfers, Instant first, Instant last) {

        /** Both together. */
        public Paid plus(Paid other) {
            return new Paid(
                    amount.plus(other.amount),
                    Math.addExact(transfers, other.transfers),
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /**
     * An officer's claim. It runs out by itself; whoever asks after that may claim the entry.
     *
     * @param officer who
     * @param since when
     * @param until nobody else can claim it
     */
    public record Hold(Officer officer, Instant since, Instant until) {}

    /**
     * The end of an entry.
     *
     * @param outcome what came of it
     * @param note by the officer; may be empty
     * @param at when
     */
    public record Closing(DissuasionOutcome outcome, String note, Instant at) {}
}
