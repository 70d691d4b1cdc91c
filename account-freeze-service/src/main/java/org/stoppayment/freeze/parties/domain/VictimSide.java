package org.stoppayment.freeze.parties.domain;

import java.util.List;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.HolderNames;

/**
 * The accounts of a case's victim, as far as the case knows them.
 *
 * <p>An account that the case names as a payer is the victim's, unless it bears another name than the victim's: as institutions
 * named it, else as it was typed anywhere in the case. Transfers that were corrected name nobody. Without a name it is the victim's. Where the victim's own name is not known,
 * names cannot be compared: then an account that received the case's money is not the victim's.
 */
public final class VictimSide {

    private final String victimName;
    private final List<PayerFacts> payers;
    private final boolean isContested;

    /** The victim's side, by what the case knows of its parties. */
    public VictimSide(CaseParties parties) {
        this.victimName = parties.victimName();
        this.payers = parties.payers();
        this.isContested = parties.payersEverNamed().stream()
                .anyMatch(payer -> payer.hasReceivedMoney() || bearsAnotherName(payer) || isWithdrawn(payer));
    }

    /** True when the account is the victim's: it gets no order without consent, and money that comes back to it is restored. */
    public boolean isVictims(AccountRef.Key account) {
        return payers.stream().anyMatch(payer -> payer.account().mayBe(account) && !bearsAnotherName(payer));
    }

    /** True when the account paid on what it had received: its transfers are no loss of the victim's. */
    public boolean isIntermediary(AccountRef.Key account) {
        return payers.stream()
                .anyMatch(
                        payer -> payer.account().mayBe(account) && bearsAnotherName(payer) && payer.hasReceivedMoney());
    }

    /** True when a reported transfer is a loss: money left the victim's side for somebody else's account. */
    public boolean isLoss(AccountRef.Key payer, AccountRef.Key payee) {
        return !isVictims(payee) && !isIntermediary(payer);
    }

    /** True when what counts as a loss may change with what becomes known of a payer, or has changed because one was withdrawn. */
    public boolean isContested() {
        return isContested;
    }

    private boolean isWithdrawn(PayerFacts payer) {
        return payers.stream().noneMatch(named -> named.account().equals(payer.account()));
    }

    private boolean bearsAnotherName(PayerFacts payer) {
        if (victimName.isBlank()) {
            return payer.hasReceivedMoney();
        }
        return !payer.names().isEmpty()
                && payer.names().stream().noneMatch(name -> HolderNames.areSame(name, victimName));
    }
}
