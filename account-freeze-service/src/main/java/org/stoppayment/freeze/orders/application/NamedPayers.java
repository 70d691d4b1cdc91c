package org.stoppayment.freeze.orders.application;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.NamedPayer;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** The accounts that a report names as payers, at the institutions that they are routed to. */
final class NamedPayers {

    private NamedPayers() {}

    /** The payers of {@code report}, each once for each name. */
    static List<AccountRef> of(AcceptedReport report, Routing routing) {
        return List.copyOf(report.payers().stream()
                .map(payer -> routed(payer, routing))
                .collect(Collectors.toMap(
                        payer -> List.of(payer.key(), payer.name()),
                        Function.identity(),
                        (one, same) -> one,
                        LinkedHashMap::new))
                .values());
    }

    /** What the case knows of its payers once {@code report} counts: {@code earlier}, and what the report adds. */
    static CaseParties with(AcceptedReport report, List<AccountRef> payers, CaseParties earlier, Routing routing) {
        Map<AccountRef.Key, NamedPayer> known = earlier.payers().stream()
                .collect(Collectors.toMap(
                        NamedPayer::account, Function.identity(), NamedPayers::merged, LinkedHashMap::new));
        payers.forEach(payer -> known.merge(
                payer.key(),
                new NamedPayer(payer.key(), Set.of(), names(List.of(payer)), false, false, false),
                NamedPayers::merged));
        List<AccountRef> payees = report.transfers().stream()
                .map(ReportedTransfer::payee)
                .map(payee -> routed(payee, routing))
                .toList();
        return new CaseParties(
                earlier.victimName(),
                known.values().stream().map(payer -> paid(payer, payees)).toList());
    }

    private static NamedPayer paid(NamedPayer payer, List<AccountRef> payees) {
        List<AccountRef> same =
                payees.stream().filter(payee -> payer.isAt(payee.key())).toList();
        return same.isEmpty()
                ? payer
                : merged(payer, new NamedPayer(payer.account(), Set.of(), names(same), true, false, false));
    }

    private static NamedPayer merged(NamedPayer one, NamedPayer other) {
        return new NamedPayer(
                one.account(),
                union(one.toldNames(), other.toldNames()),
                union(one.typedNames(), other.typedNames()),
                one.reportedPayee() || other.reportedPayee(),
                one.tracedBefore() || other.tracedBefore(),
                one.namedBefore() || other.namedBefore());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Collection<AccountRef> accounts) {
        return accounts.stream()
                .map(AccountRef::name)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static AccountRef routed(AccountRef account, Routing routing) {
        return account.at(routing.to(account).institutionCode().orElse(account.institutionCode()));
    }
}
