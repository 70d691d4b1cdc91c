package org.stoppayment.freeze.parties.domain;

import java.util.List;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.HolderNames;

/**
 * The accounts of a case's victim, as far as the case knows them.
 *
 * <p>An account that the case names as a payer is the victim's, unless it bears another name than the victim's: as institutions
 * named it, else as it was typed anywhere in the case. Without a name it is the victim's. Where the victim's own name is not known,
 * names cannot be compared: then an account that received the case's money is not the victim's.
 */
public final class VictimSide {

    private final String victimName;
    private final List<NamedPayer> payers;

    /** The victim's side, by what the case knows of its parties. */
    public VictimSide(CaseParties parties) {
        this.victimName = parties.victimName();
        this.payers = List.copyOf(parties.payers());
    }

    /** True when the account is the victim's: it gets no order without consent, and money that comes back to it is restored. */
    public boolean isVictims(AccountRef.Key account) {
        return payers.stream().anyMatch(payer -> payer.isAt(account) && !bearsAnotherName(payer));
    }

    /** True when the account paid on what it had received: its transfers are no loss of the victim's. */
    public boolean isIntermediary(AccountRef.Key account) {
        return payers.stream()
                .anyMatch(payer -> payer.isAt(account) && bearsAnotherName(payer) && payer.receivedMoney());
    }

    /** True when a reported transfer is a loss: money left the victim's side for somebody else's account. */
    public boolean isLoss(AccountRef.Key payer, AccountRef.Key payee) {
        return !isVictims(payee) && !isIntermediary(payer);
    }

    /** True when what counts as a loss may change with what becomes known of a payer. */
    public boolean isContested() {
        return payers.stream().anyMatch(payer -> payer.receivedMoney() || bearsAnotherName(payer));
    }

    private boolean bearsAnotherName(NamedPayer payer) {
        if (victimName.isBlank()) {
            return payer.receivedMoney();
        }
        return !payer.names().isEmpty()
                && payer.names().stream().noneMatch(name -> HolderNames.areSame(name, victimName));
    }
}
