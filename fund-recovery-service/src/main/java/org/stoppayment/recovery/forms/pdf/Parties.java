package org.stoppayment.recovery.forms.pdf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.domain.Owner;
import org.stoppayment.recovery.attribution.domain.Shares;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedPayout;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** How a form names victims, institutions and accounts: the same on all forms of a plan. */
final class Parties {

    private static final int MAX_OWNERS = 10;

    private final Map<CaseId, Integer> numbers;
    private final Map<CaseId, String> names;
    private final Map<String, String> institutions;

    private Parties(Map<CaseId, Integer> numbers, Map<CaseId, String> names, Map<String, String> institutions) {
        this.numbers = numbers;
        this.names = names;
        this.institutions = institutions;
    }

    /**
     * The parties of a plan: first those who are paid, by the id of the case, then other victims whose money came the same way.
     *
     * @param institutions names of institutions, by code
     */
    static Parties of(RefundPlan plan, Map<String, String> institutions) {
        Comparator<CaseId> byId = Comparator.comparing(CaseId::toString);
        Stream<CaseId> paid = plan.cases().stream().sorted(byId);
        Stream<CaseId> others = plan.accounts().stream()
                .flatMap(Parties::shares)
                .flatMap(shares -> shares.byCase().keySet().stream())
                .distinct()
                .sorted(byId);
        Map<CaseId, Integer> numbers = new LinkedHashMap<>();
        Stream.concat(paid, others).forEach(caseId -> numbers.putIfAbsent(caseId, numbers.size() + 1));
        return new Parties(numbers, names(plan), institutions);
    }

    private static Map<CaseId, String> names(RefundPlan plan) {
        Map<CaseId, String> names = new HashMap<>();
        plan.accounts().stream()
                .flatMap(account -> account.payouts().stream())
                .forEach(payout -> names.putIfAbsent(payout.payout().claim().caseId(), payout.victimName()));
        return names;
    }

    private static Stream<Shares> shares(PlannedAccount account) {
        return Stream.concat(
                Stream.of(account.shares().money()),
                account.path().steps().stream().map(step -> step.shares()));
    }

    /** The number of a victim, from 1. */
    int number(CaseId caseId) {
        return numbers.getOrDefault(caseId, 0);
    }

    /** The short name of a victim, by number. */
    String victim(CaseId caseId) {
        return "被害人" + number(caseId);
    }

    /** The name of a victim who is paid, as the plan has it; empty for others. */
    String name(CaseId caseId) {
        return names.getOrDefault(caseId, "");
    }

    /** An institution with its code; the code alone when the registry has no name. */
    String institution(String code) {
        return Optional.ofNullable(institutions.get(code))
                .map(name -> name + "（" + code + "）")
                .orElse(code);
    }

    /** The name of an institution; empty when the registry has none. */
    String institutionName(String code) {
        return institutions.getOrDefault(code, "");
    }

    /** An account in a line. */
    String account(AccountRef.Key account) {
        return account.number() + "，" + institution(account.institutionCode());
    }

    /** An account in a line of a table, with the name of the institution alone where it is known. */
    String accountInShort(AccountRef.Key account) {
        String name = institutionName(account.institutionCode());
        return account.number() + " " + (name.isEmpty() ? account.institutionCode() : name);
    }

    /** Whose money it is: the one owner, or each with a sum; of many the first ten, then their number and sum. */
    String owners(Shares shares) {
        return shares.onlyOwner().map(this::owner).orElseGet(() -> ownersWithSums(shares));
    }

    private String ownersWithSums(Shares shares) {
        Map<Owner, Long> all = shares.byOwner();
        String shown = all.entrySet().stream()
                .limit(MAX_OWNERS)
                .map(each -> owner(each.getKey()) + " " + FormWords.yuan(each.getValue()))
                .collect(Collectors.joining("；"));
        return all.size() > MAX_OWNERS
                ? shown + "；等共 " + all.size() + " 人，合计 " + FormWords.yuan(shares.total())
                : shown;
    }

    /** The short name of an owner. */
    String owner(Owner owner) {
        return switch (owner.kind()) {
            case VICTIM -> victim(owner.caseId().orElseThrow());
            case HOLDER -> "账户持有人";
            case UNKNOWN -> "权属不明";
        };
    }

    /** The victims who are paid. */
    List<VictimRow> victims(FormFacts facts) {
        return victims(facts, facts.plan().cases());
    }

    /** The victims of some cases. */
    List<VictimRow> victims(FormFacts facts, Set<CaseId> cases) {
        return numbers.keySet().stream()
                .filter(cases::contains)
                .map(caseId -> VictimRow.of(this, facts, caseId))
                .toList();
    }

    /** The victims who are paid, then the others whose money came the same way, of whom only the case is known. */
    List<VictimRow> all(FormFacts facts) {
        return victims(facts, numbers.keySet());
    }

    /**
     * The account that a victim is paid on.
     *
     * @param number of the account; empty when none is known, so are the others
     * @param name of its holder
     * @param institution that keeps it
     * @param kind whether it is the account that paid
     */
    public record Payee(String number, String name, String institution, String kind) {}

    Payee payee(PlannedPayout payout) {
        return payout.refundAccount().map(this::payee).orElse(new Payee("", "", "", ""));
    }

    Payee payee(RefundAccount account) {
        return new Payee(
                account.number(),
                account.name(),
                institution(account.institutionCode()),
                account.isOriginal() ? "原付款账户" : "经核实的被害人其他账户");
    }
}
