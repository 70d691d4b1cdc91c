package org.stoppayment.freeze.orders.domain.corrections;

import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.TransferId;

/**
 * How a declined order might read: proposed to the operator, and sent only after a yes. Exactly one of name and sum is present.
 *
 * @param transfers that it corrects
 * @param name of the payee as it might read
 * @param amount as it might read
 * @param reasons what was changed, and what speaks for it
 */
public record CorrectionProposal(
        List<TransferId> transfers, Optional<String> name, Optional<Money> amount, List<Reason> reasons) {

    public CorrectionProposal {
        transfers = List.copyOf(transfers);
        reasons = List.copyOf(reasons);
        if (name.isPresent() == amount.isPresent() || transfers.isEmpty() || reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "proposal: name and sum, or no transfer or reason (expected: one of both)");
        }
    }

    static CorrectionProposal ofName(List<TransferId> transfers, String name, List<Reason> reasons) {
        return new CorrectionProposal(transfers, Optional.of(name), Optional.empty(), reasons);
    }

    static CorrectionProposal ofAmount(TransferId transfer, Money amount, List<Reason> reasons) {
        return new CorrectionProposal(List.of(transfer), Optional.empty(), Optional.of(amount), reasons);
    }

    /** Why it is proposed. */
    public enum Reason {
        /** Between Chinese characters stands {@code ·} for {@code .}, {@code •} or {@code ・}. */
        MIDDLE_DOT,
        /** Brackets are half-width. */
        HALF_WIDTH_BRACKETS,
        /** Characters are simplified. */
        SIMPLIFIED_CHARACTERS,
        /** The sum is a hundredfold: yuan were taken for fen. */
        TIMES_100,
        /** The sum is ten-thousandfold: 万 was left out. */
        TIMES_10_000,
        /** The sum is multiplied by 10^8: 亿 was left out. */
        TIMES_100_000_000,
        /** The sum is a hundredth: fen were taken for yuan. */
        DIVIDED_BY_100,
        /** The sum is a ten-thousandth. */
        DIVIDED_BY_10_000,
        /** The sum is divided by 10^8. */
        DIVIDED_BY_100_000_000,
        /** The account received this sum at the time of the transfer, by an answer of its institution. */
        MATCHES_INFLOW,
        /** The institution names the sum alone as what did not match. */
        ONLY_AMOUNT_MISMATCHED
    }

    /** Names are personal data. */
    @Override
    public String toString() {
        return "CorrectionProposal" + reasons;
    }
}
