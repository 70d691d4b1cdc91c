package org.stoppayment.freeze.tracing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.tracing.domain.CaseGraph.OthersPayment;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;

/**
 * Transfers that two desks seem to have reported: same payee account and sum, times within the tolerance, and the same serial or
 * payer account.
 */
public final class DuplicateReports {

    private DuplicateReports() {}

    /** The duplicates in a graph that are not known yet. */
    public static List<PossibleDuplicate> in(CaseGraph graph, Duration tolerance) {
        return graph.reported().stream()
                .filter(payment -> !payment.isDuplicate())
                .flatMap(payment -> graph.reportedByOthers().stream()
                        .filter(other -> isSame(payment, other, tolerance))
                        .findFirst()
                        .map(other -> new PossibleDuplicate(
                                payment.transfer().transferId(),
                                other.transfer().transferId(),
                                other.caseId()))
                        .stream())
                .toList();
    }

    private static boolean isSame(ReportedPayment own, OthersPayment other, Duration tolerance) {
        Reported one = own.transfer();
        Reported two = other.transfer();
        return one.account().equals(two.account())
                && one.fen() == two.fen()
                && areClose(one.transferredAt(), two.transferredAt(), tolerance)
                && (isSameText(one.serial(), two.serial())
                        || isSameText(own.payer().number(), other.payer().number()));
    }

    private static boolean areClose(Optional<Instant> one, Optional<Instant> two, Duration tolerance) {
        return one.isPresent()
                && two.isPresent()
                && Duration.between(one.get(), two.get()).abs().compareTo(tolerance) <= 0;
    }

    private static boolean isSameText(String one, String two) {
        return !one.isBlank() && one.equals(two);
    }
}
