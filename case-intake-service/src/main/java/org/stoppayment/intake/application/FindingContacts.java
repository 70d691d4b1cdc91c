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
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Finds who to call about accounts that may be victims': whoever reported payments from them. */
@ApplicationScoped
public class FindingContacts {

    private static final int MAX_ACCOUNTS = 200;
    private static final int MAX_CASES = 200;
    private static final int MAX_CONTACTS = 5;

    private final PayerCases cases;
    private final CaseReports reports;

    FindingContacts(PayerCases cases, CaseReports reports) {
        this.cases = cases;
        this.reports = reports;
    }

    /**
     * Who to call.
     *
     * @param ofAccounts the contacts of each account, newest first, in the order of the accounts
     * @param ofCases the victims of the cases, as far as they are known
     */
    public record Contacts(List<List<VictimContact>> ofAccounts, List<VictimContact> ofCases) {}

    /**
     * The contacts of accounts and of cases.
     *
     * @param accounts 0..200, numbers normalised
     * @param caseIds 0..200 UUIDs; at least one when there is no account
     * @param victim reads the victim of a stored report
     */
    public Uni<Contacts> find(List<PayerAccount> accounts, List<String> caseIds, Function<Content, Victim> victim) {
        requireValid(accounts, caseIds);
        return ofAccounts(accounts, victim)
                .chain(payers -> ofCases(caseIds, victim).map(victims -> new Contacts(payers, victims)));
    }

    private Uni<List<List<VictimContact>>> ofAccounts(List<PayerAccount> accounts, Function<Content, Victim> victim) {
        return accounts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : cases.find(accounts, MAX_CONTACTS).map(found -> found.stream()
                        .map(paid -> paid.stream()
                                .flatMap(each -> each.contact(victim.apply(each.report())).stream())
                                .toList())
                        .toList());
    }

    private Uni<List<VictimContact>> ofCases(List<String> caseIds, Function<Content, Victim> victim) {
        List<CaseId> ids = caseIds.stream().map(CaseId::of).distinct().toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : reports.reports(ids).map(found -> found.stream()
                        .flatMap(report -> report.contact(victim.apply(report.content())).stream())
                        .toList());
    }

    private static void requireValid(List<PayerAccount> accounts, List<String> caseIds) {
        List<Violation> violations = new ArrayList<>();
        if (caseIds.size() > MAX_CASES) {
            violations.add(new Violation(
                    "caseIds", "OUT_OF_RANGE", "value: " + caseIds.size() + " (expected: 0.." + MAX_CASES + ")"));
        }
        for (int i = 0; i < Math.min(caseIds.size(), MAX_CASES); i++) {
            if (Ids.parse(caseIds.get(i)).isEmpty()) {
                violations.add(new Violation(
                        "caseIds[" + i + "]",
                        "NOT_A_UUID",
                        "value: " + caseIds.get(i).length() + " characters (expected: a UUID)"));
            }
        }
        if (accounts.isEmpty() && caseIds.isEmpty() || accounts.size() > MAX_ACCOUNTS) {
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
