package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.PayerAccount;
import org.stoppayment.intake.domain.Victim;
import org.stoppayment.intake.domain.VictimContact;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Finds who to call about accounts that may be victims': whoever reported payments from them. */
@ApplicationScoped
public class FindingContacts {

    private static final int MAX_ACCOUNTS = 200;
    private static final int MAX_CONTACTS = 5;

    private final PayerCases cases;

    FindingContacts(PayerCases cases) {
        this.cases = cases;
    }

    /**
     * The contacts of each account, newest first, in the order of the accounts.
     *
     * @param accounts 1..200, numbers normalised
     * @param victim reads the victim of a stored report
     */
    public Uni<List<List<VictimContact>>> find(List<PayerAccount> accounts, Function<Content, Victim> victim) {
        requireValid(accounts);
        return cases.find(accounts, MAX_CONTACTS).map(found -> found.stream()
                .map(paid -> paid.stream()
                        .flatMap(each -> each.contact(victim.apply(each.report())).stream())
                        .toList())
                .toList());
    }

    private static void requireValid(List<PayerAccount> accounts) {
        List<Violation> violations = new ArrayList<>();
        if (accounts.isEmpty() || accounts.size() > MAX_ACCOUNTS) {
            violations.add(new Violation(
                    "accounts", "OUT_OF_RANGE", "value: " + accounts.size() + " (expected: 1.." + MAX_ACCOUNTS + ")"));
        }
        for (int i = 0; i < accounts.size() && violations.size() < MAX_ACCOUNTS; i++) {
            String number = accounts.get(i).number();
            if (number.isEmpty() || number.length() > AccountNumber.MAX_CHARACTERS) {
                violations.add(new Violation(
                        "accounts[" + i + "].number",
                        number.isEmpty() ? "MISSING" : "TOO_LONG",
                        "value: " + (number.isEmpty() ? "none" : Masking.mask(number)) + " (expected: "
                                + AccountNumber.FORM_IN_WORDS + ")"));
            }
        }
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
    }
}
