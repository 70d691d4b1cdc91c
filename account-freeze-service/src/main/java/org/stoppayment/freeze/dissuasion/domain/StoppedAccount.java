package org.stoppayment.freeze.dissuasion.domain;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;

/**
 * An account that was stopped, with all known incoming money.
 *
 * @param account as its order names it
 * @param stops it was put under
 * @param inflows from accounts that its institution reported
 * @param transfers into it that victims reported and that were not corrected since
 */
public record StoppedAccount(
        AccountRef account, List<StopMoment> stops, List<PaidIn> inflows, List<NamedPayer> transfers) {

    /**
     * A stop.
     *
     * @param at when the institution stopped the account
     * @param ruleSet that it was made under
     */
    public record StopMoment(Instant at, String ruleSet) {}

    /**
     * A booking into the account.
     *
     * @param credit the booking
     * @param payer the account that paid
     */
    public record PaidIn(Credit credit, AccountRef payer) {}

    /**
     * A reported transfer.
     *
     * @param transfer as it was reported
     * @param payerNumber the payer's number by the report, empty if it gives none
     */
    public record NamedPayer(Reported transfer, String payerNumber) {}
}
