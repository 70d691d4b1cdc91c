package org.stoppayment.freeze.orders.domain.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.TransferId;

/**
 * A report, or a supplement to one, as intake announced it: whom to stop.
 *
 * @param eventId of the intake event; its effect happens once
 * @param caseId of the case
 * @param reason stable code of the fraud type
 * @param organisation of the officer on the desk
 * @param badgeNumber of the officer on the desk
 * @param victimName name of the victim, empty when not known
 * @param isSupplement true when the case has an earlier report
 * @param transfers into the accounts to stop
 * @param otherTransfers that name a payer and no payee
 * @param protectiveStops the victim's own accounts to stop
 */
public record AcceptedReport(
        EventId eventId,
        CaseId caseId,
        String reason,
        String organisation,
        String badgeNumber,
        String victimName,
        boolean isSupplement,
        List<ReportedTransfer> transfers,
        List<ReportedTransfer> otherTransfers,
        List<AccountRef> protectiveStops) {

    /**
     * A transfer.
     *
     * @param transferId of the transfer
     * @param payer the account that paid; its parts may be empty
     * @param payee the account to stop; its parts are empty where nobody has named it
     * @param amount the sum, where known
     * @param currency ISO 4217
     * @param transferredAt when it was booked, where known
     * @param serial of the booking, a hint
     * @param corrects the transfer that this one corrects
     * @param correctsPayerOf the transfer without a payee whose payer this one corrects
     */
    public record ReportedTransfer(
            TransferId transferId,
            AccountRef payer,
            AccountRef payee,
            Optional<Money> amount,
            String currency,
            Optional<Instant> transferredAt,
            String serial,
            Optional<TransferId> corrects,
            Optional<TransferId> correctsPayerOf) {

        private static final String YUAN = "CNY";

        /** The transfer, its payee account at another institution. */
        public ReportedTransfer at(String institutionCode) {
            return with(payer, payee.at(institutionCode), corrects);
        }

        /** The transfer, its payer account at another institution. */
        public ReportedTransfer paidFrom(AccountRef routedPayer) {
            return with(routedPayer, payee, corrects);
        }

        /** The amount in the books, which are kept in yuan; empty for another currency. */
        public Optional<Money> counted() {
            return amount.filter(sum -> currency.isEmpty() || currency.equals(YUAN));
        }

        /** The transfer as an order names it. */
        public NamedTransfer named() {
            return new NamedTransfer(payer, amount, currency, transferredAt, serial);
        }

        /** The transfer as a correction of {@code id}. */
        public ReportedTransfer correcting(TransferId id) {
            return with(payer, payee, Optional.of(id));
        }

        private ReportedTransfer with(AccountRef newPayer, AccountRef newPayee, Optional<TransferId> newCorrects) {
            return new ReportedTransfer(
                    transferId,
                    newPayer,
                    newPayee,
                    amount,
                    currency,
                    transferredAt,
                    serial,
                    newCorrects,
                    correctsPayerOf);
        }
    }

    /** The case and report that its orders name. */
    public CaseOrigin origin() {
        return new CaseOrigin(caseId, reason, organisation, badgeNumber);
    }

    /** All transfers, those that name no payee included. */
    public Stream<ReportedTransfer> allTransfers() {
        return Stream.concat(transfers.stream(), otherTransfers.stream());
    }

    /** True when it corrects earlier transfers into accounts. */
    public boolean hasCorrections() {
        return transfers.stream().anyMatch(transfer -> transfer.corrects().isPresent());
    }
}
