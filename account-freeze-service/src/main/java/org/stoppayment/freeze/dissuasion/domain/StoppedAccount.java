package org.stoppayment.freeze.dissuasion.domain;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;

/**
 * An account that was stopped, with all that is known of the money that came in.
 *
 * @param account as its order names it
 * @param stops it was put under
 * @param inflows that its institution told of, from accounts
 * @param transfers into it that victims reported, and not put right since
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
     * @param payerNumber the number that the report gives its payer, empty where it gives none
     */
    public record NamedPayer(Reported transfer, String payerNumber) {}
}
