package org.stoppayment.intake.domain.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.HolderNames;

/**
 * What the operator is told about the parties of transfers. Who is on the victim's side is decided by account-freeze, which knows the
 * whole case.
 */
final class PartyRules {

    private PartyRules() {}

    /**
     * Warns of payees that bear the victim's name and are not named as payers: they are stopped, for rings open accounts in victims'
     * names.
     *
     * @param transfers that were sent, by the field that each was sent in
     * @param others transfers of the case that name its payers as well
     */
    static void warn(
            String victimName, Map<String, Transfer> transfers, Collection<Transfer> others, Findings findings) {
        Set<String> payers = Stream.concat(transfers.values().stream(), others.stream())
                .map(transfer -> transfer.payer().number())
                .collect(Collectors.toUnmodifiableSet());
        transfers.forEach((field, transfer) -> {
            NamedAccount payee = transfer.payee();
            if (payee.isNamed() && HolderNames.areSame(payee.name(), victimName) && !payers.contains(payee.number())) {
                findings.warn(
                        field + ".payee.name",
                        "NAMED_LIKE_VICTIM",
                        "value: the victim's name (expected: another name; the account is stopped. If it is the victim's own, name"
                                + " it as the payer of a transfer)");
            }
        });
    }

    /** Transfers by their fields: {@code path[0]}, {@code path[1]} and so on. */
    static Map<String, Transfer> byField(String path, List<Transfer> transfers) {
        Map<String, Transfer> byField = new LinkedHashMap<>();
        transfers.forEach(transfer -> byField.put(path + "[" + byField.size() + "]", transfer));
        return byField;
    }
}
