package org.stoppayment.cli.drill.accounting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.suite.Rules;
import org.stoppayment.proto.freeze.v1.StopOrder;

/**
 * Decides why money was not stopped. The first that applies:
 *
 * <ol>
 *   <li>{@link LossCause#BEFORE_CALL}: it left before the report was first sent.
 *   <li>{@link LossCause#NOT_REPORTED}: the report was not accepted.
 *   <li>The account was stopped, but later. The time from the call to that stop is divided between the suite and the
 *       institutions. For each account on the path from the victim, the time until the order arrives at the institution, or
 *       cannot be delivered there, is the suite's. The time from there until the suite knows of the stop (for the last
 *       account: until the stop) is the institution's. If the stop was late by no more than the larger share, that share is
 *       the cause, because without it the stop would have been in time: {@link LossCause#SLOW_INSTITUTION} (also when the
 *       shares are equal) or {@link LossCause#SLOW_SUITE}. If it was later than that, {@link LossCause#TOO_FAST}: neither
 *       share alone explains the delay.
 *   <li>The account was not stopped. The last account on the path from the victim that has an order decides: the order
 *       <ul>
 *         <li>was declined because something did not match (0100, 0301, 0400, or fields are named): {@link LossCause#MISMATCH}
 *         <li>has no result, or its inquiry budget is spent: {@link LossCause#SLOW_INSTITUTION}
 *         <li>is in effect, on an earlier account, and the next account was paid less than the rule set's threshold:
 *             {@link LossCause#THRESHOLD}; else {@link LossCause#NOT_TRACED}, also when no account on the path has an order
 *         <li>ended otherwise (declined for other reasons, held by another, lifted): {@link LossCause#OTHER}
 *       </ul>
 * </ol>
 */
final class LossClassifier {

    private static final Set<String> MISMATCHES = Set.of("0100", "0301", "0400");

    private final CaseResult result;
    private final Rules rules;

    /** {@code rules} are those of the suite. */
    LossClassifier(CaseResult result, Rules rules) {
        this.result = result;
        this.rules = rules;
    }

    /** Why money that left a mule's account was not stopped. */
    LossCause causeOfOutflow(int mule, Instant at) {
        if (at.isBefore(result.call())) {
            return LossCause.BEFORE_CALL;
        }
        Optional<Instant> stop = result.books(mule).lastStop().map(SimulatedWorld.Stop::stoppedAt);
        if (result.acceptedMillis().isEmpty() || stop.isEmpty()) {
            return causeOfBalance(mule);
        }
        return stop.get().isBefore(at) ? LossCause.OTHER : late(mule, Duration.between(at, stop.get()), stop.get());
    }

    /** Why money that is still in a mule's account was not stopped. */
    LossCause causeOfBalance(int mule) {
        if (result.acceptedMillis().isEmpty()) {
            return LossCause.NOT_REPORTED;
        }
        List<Integer> path = path(mule);
        for (int i = path.size() - 1; i >= 0; i--) {
            Optional<StopOrder> order = result.order(path.get(i));
            if (order.isPresent()) {
                return i == path.size() - 1
                        ? causeOfUnstopped(order.get())
                        : causeOfUntraced(order.get(), path.get(i + 1));
            }
        }
        return LossCause.NOT_TRACED;
    }

    private LossCause late(int mule, Duration lateness, Instant stop) {
        Duration institutions = Duration.ZERO;
        Duration suite = Duration.ZERO;
        Instant previous = result.call();
        for (int account : path(mule)) {
            Optional<Instant> arrival = result.arrivedAt(account);
            Optional<Instant> known = account == mule ? Optional.of(stop) : result.stopKnownAt(account);
            if (arrival.isPresent() && known.isPresent()) {
                Instant arrived = later(previous, arrival.get());
                Instant done = later(arrived, known.get());
                suite = suite.plus(Duration.between(previous, arrived));
                institutions = institutions.plus(Duration.between(arrived, done));
                previous = done;
            }
        }
        if (institutions.compareTo(suite) >= 0) {
            return lateness.compareTo(institutions) <= 0 ? LossCause.SLOW_INSTITUTION : LossCause.TOO_FAST;
        }
        return lateness.compareTo(suite) <= 0 ? LossCause.SLOW_SUITE : LossCause.TOO_FAST;
    }

    /** The account has an order, but no stop. */
    private static LossCause causeOfUnstopped(StopOrder order) {
        return switch (order.getState()) {
            case STOP_ORDER_STATE_QUEUED,
                    STOP_ORDER_STATE_SENDING,
                    STOP_ORDER_STATE_ACCEPTED,
                    STOP_ORDER_STATE_IN_DOUBT -> LossCause.SLOW_INSTITUTION;
            case STOP_ORDER_STATE_MANUAL ->
                order.getManualReason().equals("BUDGET_SPENT") ? LossCause.SLOW_INSTITUTION : LossCause.OTHER;
            case STOP_ORDER_STATE_DECLINED -> isMismatch(order) ? LossCause.MISMATCH : LossCause.OTHER;
            default -> LossCause.OTHER;
        };
    }

    /** A payer has an order, but the next account on the path has none. */
    private LossCause causeOfUntraced(StopOrder order, int next) {
        return switch (order.getState()) {
            case STOP_ORDER_STATE_IN_EFFECT, STOP_ORDER_STATE_FROZEN ->
                result.receivedFen(next) < rules.taintThresholdFen() ? LossCause.THRESHOLD : LossCause.NOT_TRACED;
            default -> causeOfUnstopped(order);
        };
    }

    private static boolean isMismatch(StopOrder order) {
        return order.getMismatchedCount() > 0 || MISMATCHES.contains(order.getResultCode());
    }

    /** The accounts from the first payee to this one. */
    private List<Integer> path(int mule) {
        List<Integer> path = new ArrayList<>();
        for (Integer each = mule;
                each != null;
                each = result.ring().mules().get(each).payer()) {
            path.add(0, each);
        }
        return path;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
