package org.stoppayment.freeze.tracing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.tracing.domain.CaseGraph.OthersPayment;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Transfers that two desks seem to have reported: same payee account and sum, times within the tolerance, and the same serial or
 * payer account. Of two, the later one is the duplicate, whichever case is traced. Intake makes the ids of transfers when it
 * receives them, and they sort by time (UUIDv7).
 */
public final class DuplicateReports {

    private DuplicateReports() {}

    /**
     * A transfer that turned out to be a duplicate.
     *
     * @param caseId the case that reports it
     * @param duplicate the transfer, and the earlier one
     */
    public record Found(CaseId caseId, PossibleDuplicate duplicate) {}

    /** The duplicates in a graph that are not known yet, of its case and of others. */
    public static List<Found> in(CaseGraph graph, Duration tolerance) {
        CaseId caseId = graph.origin().caseId();
        Stream<Found> own = graph.reported().stream()
                .filter(payment -> !payment.isDuplicate())
                .flatMap(payment -> graph.reportedByOthers().stream()
                        .filter(other -> isEarlier(other.transfer(), payment.transfer()))
                        .filter(other -> isSame(payment, other, tolerance))
                        .min(Comparator.comparing(other -> other.transfer().transferId()))
                        .map(other -> found(caseId, payment.transfer(), other.transfer(), other.caseId()))
                        .stream());
        Stream<Found> ofOthers = graph.reportedByOthers().stream()
                .filter(other -> !other.isDuplicate())
                .flatMap(other -> graph.reported().stream()
                        .filter(payment -> isEarlier(payment.transfer(), other.transfer()))
                        .filter(payment -> isSame(payment, other, tolerance))
                        .min(Comparator.comparing(payment -> payment.transfer().transferId()))
                        .map(payment -> found(other.caseId(), other.transfer(), payment.transfer(), caseId))
                        .stream());
        return Stream.concat(own, ofOthers).toList();
    }

    private static Found found(CaseId caseId, Reported later, Reported earlier, CaseId earlierCase) {
        return new Found(caseId, new PossibleDuplicate(later.transferId(), earlier.transferId(), earlierCase));
    }

    private static boolean isEarlier(Reported one, Reported two) {
        return one.transferId().compareTo(two.transferId()) < 0;
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
