package org.stoppayment.freeze.tracing.application;

import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.rules.domain.AttentionRules;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Deciding;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.kernel.ids.CaseId;

/** Finds claims of which more money is unknown than the rules allow, although nothing is awaited that could tell where it is. */
final class UnknownMoney {

    private UnknownMoney() {}

    /**
     * The alert about the claim on {@code node}, once for each magnitude of the sum; empty while the order or its bookings are awaited,
     * and when it ended without a stop or waits for a person, which is alerted already.
     *
     * @param after books of the claim as they are now
     */
    static Optional<NewAlert> alert(CaseId caseId, Node node, ClaimBooks after, AttentionRules rules) {
        if (!after.isConserved() || after.unknown().compareTo(rules.unknownThreshold()) <= 0) {
            return Optional.empty();
        }
        return node.order()
                .filter(UnknownMoney::isAlertedByNothingElse)
                .map(order -> new NewAlert(
                        Alert.Kind.MONEY_UNKNOWN,
                        caseId,
                        order.applicationId(),
                        magnitude(
                                after.unknown().fen(), rules.unknownThreshold().fen()),
                        order.phase() + ": nobody has located "
                                + after.unknown().fen() + " fen of the case's "
                                + after.tainted().fen()));
    }

    private static boolean isAlertedByNothingElse(Deciding order) {
        return !order.awaitsBookings()
                && switch (order.phase()) {
                    case IN_EFFECT, FROZEN, LAPSED, LIFTED -> true;
                    case QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED, HELD_BY_OTHER -> false;
                };
    }

    /** 1 above the threshold, and one more each time that the sum doubles. */
    static int magnitude(long unknownFen, long thresholdFen) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, unknownFen / Math.max(1, thresholdFen)));
    }
}
