package org.stoppayment.intake.domain.rules;

import java.util.List;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.HolderNames;

/**
 * What the operator is told about the parties of transfers. Who is on the victim's side is decided by account-freeze, which knows the
 * whole case.
 */
final class PartyRules {

    private PartyRules() {}

    /** Warns of payees that bear the victim's name and are not named as payers: they are stopped, for rings open accounts in victims' names. */
    static void warn(String victimName, List<Transfer> transfers, Findings findings) {
        for (int i = 0; i < transfers.size(); i++) {
            NamedAccount payee = transfers.get(i).payee();
            if (payee.isNamed()
                    && HolderNames.areSame(payee.name(), victimName)
                    && transfers.stream().map(Transfer::payer).noneMatch(payer -> isSame(payer, payee))) {
                findings.warn(
                        "transfers[" + i + "].payee.name",
                        "NAMED_LIKE_VICTIM",
                        "value: the victim's name (expected: another name; the account is stopped. If it is the victim's own, name"
                                + " it as the payer of a transfer)");
            }
        }
    }

    private static boolean isSame(NamedAccount one, NamedAccount other) {
        return one.number().equals(other.number());
    }
}
