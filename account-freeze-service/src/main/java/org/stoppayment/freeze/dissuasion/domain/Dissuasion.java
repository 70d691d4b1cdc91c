package org.stoppayment.freeze.dissuasion.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;

/**
 * An entry of the dissuasion list: a payer into an account shortly before it was stopped, who has not called.
 *
 * @param id of the entry
 * @param state where it stands
 * @param payer the likely victim's account
 * @param account the stopped one
 * @param paid what the payer paid
 * @param listedAt when it was listed
 * @param cases that the stopped account belongs to
 * @param hold of the officer who has it, had it last or closed it
 * @param closing its outcome
 * @param withdrawal why no call is needed
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
        /** No call is needed. */
        WITHDRAWN
    }

    /** Why no call is needed. */
    public enum Withdrawal {
        /** The payer has called. */
        REPORTED,
        /** A case's money reached the payer's account. */
        MULE
    }

    /** What a call needs and an entry lacks. */
    public enum Missing {
        /** The institution did not name the payer. */
        NAME,
        /** A telephone number. Institutions tell none, and nobody else tells this service. */
        PHONE
    }

    /** What the entry lacks for a call. */
    public List<Missing> missing() {
        return payer.name().isBlank() ? List.of(Missing.NAME, Missing.PHONE) : List.of(Missing.PHONE);
    }

    /**
     * What a payer paid into the account in the windows before its stops.
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
     * An officer's claim. It expires by itself; then any officer may claim the entry.
     *
     * @param officer who has the entry
     * @param since when
     * @param until until then no other officer can claim it
     */
    public record Hold(Officer officer, Instant since, Instant until) {}

    /**
     * The end of an entry.
     *
     * @param outcome of the call
     * @param note by the officer; may be empty
     * @param at when
     */
    public record Closing(DissuasionOutcome outcome, String note, Instant at) {}
}
