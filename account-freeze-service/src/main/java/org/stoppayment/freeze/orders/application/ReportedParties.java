package org.stoppayment.freeze.orders.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.parties.domain.TransferParties;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.TransferId;

/** Who paid whom by a report, at the institutions that the accounts are routed to. */
final class ReportedParties {

    private ReportedParties() {}

    /** The parties of each transfer of {@code report}, which is taken at {@code at}. */
    static List<TransferParties> of(AcceptedReport report, Routing routing, Instant at) {
        return report.allTransfers()
                .map(transfer -> new TransferParties(
                        transfer.transferId(),
                        routed(transfer.payer(), routing),
                        routed(transfer.payee(), routing),
                        at,
                        false))
                .toList();
    }

    /** The accounts that {@code report} names as payers, or as payees, by {@code party}. */
    static Set<AccountRef.Key> accounts(
            AcceptedReport report, Function<ReportedTransfer, AccountRef> party, Routing routing) {
        return report.allTransfers()
                .map(party)
                .filter(account -> !account.number().isEmpty())
                .map(account -> routed(account, routing).key())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when {@code report} names an account both as payer and as payee. */
    static boolean hasPaidPayer(AcceptedReport report) {
        Set<String> payers = report.allTransfers()
                .map(transfer -> transfer.payer().number())
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return report.allTransfers()
                .anyMatch(transfer -> payers.contains(transfer.payee().number()));
    }

    /** The transfers whose parties no longer count once {@code transfers} do. */
    static Set<TransferId> corrected(Stream<ReportedTransfer> transfers) {
        return transfers
                .flatMap(transfer -> Stream.concat(transfer.corrects().stream(), transfer.correctsPayerOf().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code account} at the institution that it is routed to, or where it is named. */
    static AccountRef routed(AccountRef account, Routing routing) {
        return account.number().isEmpty()
                ? account
                : account.at(routing.to(account).institutionCode().orElse(account.institutionCode()));
    }
}
