package org.stoppayment.freeze.dissuasion.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Paid;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.NamedPayer;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.PaidIn;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.ReportedMoney;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.Money;

/**
 * Who paid a stopped account shortly before a stop and is not the payer of a reported transfer. Does not look at what is known of a
 * payer from other accounts and cases (for example, that they have called or are a mule).
 *
 * @param payers with what each paid
 * @param answered the bookings that match reported transfers: their payers have called
 */
public record UnreportedPayers(Map<AccountRef, Paid> payers, Set<Credit> answered) {

    /**
     * The time before a stop in which a payer is a likely victim; includes both ends.
     *
     * @param from first moment
     * @param to the stop
     */
    public record Window(Instant from, Instant to) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }
    }

    /**
     * Screens an account.
     *
     * @param windows before its stops
     * @param tolerance by which a reported time and a booking's may differ
     */
    public static UnreportedPayers of(StoppedAccount account, List<Window> windows, Duration tolerance) {
        Set<Credit> answered = answered(account, tolerance);
        Set<AccountRef.Key> called = account.inflows().stream()
                .filter(inflow -> answered.contains(inflow.credit()))
                .map(inflow -> inflow.payer().key())
                .collect(Collectors.toSet());
        Map<AccountRef.Key, AccountRef> names = new HashMap<>();
        Map<AccountRef, Paid> payers = new LinkedHashMap<>();
        for (PaidIn inflow : account.inflows()) {
            AccountRef.Key payer = inflow.payer().key();
            Instant at = inflow.credit().bookedAt();
            if (!called.contains(payer) && windows.stream().anyMatch(window -> window.holds(at))) {
                AccountRef name = names.computeIfAbsent(payer, first -> inflow.payer());
                payers.merge(name, new Paid(Money.ofFen(inflow.credit().fen()), 1, at, at), Paid::plus);
            }
        }
        return new UnreportedPayers(payers, answered);
    }

    /** A transfer with a named payer matches a booking of that payer if one fits, else one of any payer. */
    private static Set<Credit> answered(StoppedAccount account, Duration tolerance) {
        Set<Credit> answered = new HashSet<>();
        List<Reported> others = new ArrayList<>();
        Map<String, List<Reported>> named = new LinkedHashMap<>();
        for (NamedPayer transfer : account.transfers()) {
            if (transfer.payerNumber().isEmpty()) {
                others.add(transfer.transfer());
            } else {
                named.computeIfAbsent(transfer.payerNumber(), number -> new ArrayList<>())
                        .add(transfer.transfer());
            }
        }
        named.forEach((number, transfers) -> {
            var own = ReportedMoney.matches(transfers, creditsFrom(account.inflows(), number), tolerance);
            answered.addAll(own.values());
            transfers.stream()
                    .filter(transfer -> !own.containsKey(transfer.transferId()))
                    .forEach(others::add);
        });
        List<Credit> left = account.inflows().stream()
                .map(PaidIn::credit)
                .filter(credit -> !answered.contains(credit))
                .toList();
        answered.addAll(ReportedMoney.matches(others, left, tolerance).values());
        return answered;
    }

    private static List<Credit> creditsFrom(Collection<PaidIn> inflows, String payerNumber) {
        return inflows.stream()
                .filter(inflow -> inflow.payer().number().equals(payerNumber))
                .map(PaidIn::credit)
                .toList();
    }
}
