package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A case in which an account pays.
 *
 * @param caseId the case
 * @param acceptedAt when its report became durable
 * @param holders names of the account's holder as typed; empty ones included
 * @param report the request that opened the case, byte for byte
 */
public record PayerCase(CaseId caseId, Instant acceptedAt, Set<String> holders, Content report) {

    public PayerCase {
        holders = Set.copyOf(holders);
    }

    /**
     * Who to call about the account. Empty when nothing is known, and when every transfer names the account as another's than the
     * victim's: officers supplement onward transfers, whose payer is a mule, and that mule is not the victim.
     */
    public Optional<VictimContact> contact(Victim victim) {
        String name = victim.name().strip();
        String phone = victim.phone().strip();
        boolean ofAnother = !name.isEmpty() && !holders.contains("") && !holders.contains(name);
        String shown = name.isEmpty() ? holder() : name;
        return ofAnother || (shown.isEmpty() && phone.isEmpty())
                ? Optional.empty()
                : Optional.of(new VictimContact(shown, phone, caseId, acceptedAt));
    }

    /** The holder's name, empty when several were typed: then nobody knows which is right. */
    private String holder() {
        Set<String> named = holders.stream().filter(name -> !name.isEmpty()).collect(Collectors.toSet());
        return named.size() == 1 ? named.iterator().next() : "";
    }

    @Override
    public String toString() {
        return "PayerCase[" + caseId + "]";
    }
}
