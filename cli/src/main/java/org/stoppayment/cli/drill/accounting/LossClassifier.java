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
 *   <li>{@link LossCause#NOT_REPORTED}: the report was never accepted.
 *   <li>The account was stopped, but later. The way to that stop, from the call on, is divided between the institutions and
 *       the suite: for each account on the way from the victim, the time until the order is at the institution's door, or
 *       could not be delivered there, is the suite's, and from there until the suite knows of the stop (for the last account:
 *       until the stop) the institution's. If the stop came late by no more than the larger of both shares, whoever had that
 *       share is the cause: {@link LossCause#SLOW_INSTITUTION} (also when they are equal) or {@link LossCause#SLOW_SUITE}; the stop
 *       would have come in time had they taken no time at all. If it came later than that, {@link LossCause#TOO_FAST}: neither
 *       alone could have been in time.
 *   <li>The account was never stopped. The last account on the way from the victim that has an order decides: the order
 *       <ul>
 *         <li>was declined because something did not match (0100, 0301, 0400, or fields are named): {@link LossCause#MISMATCH}
 *         <li>has no result, or was given up for want of one: {@link LossCause#SLOW_INSTITUTION}
 *         <li>is in effect, on an account further up, and the next account was paid less than the rule set's threshold:
 *             {@link LossCause#THRESHOLD}; else {@link LossCause#NOT_TRACED}, also when no account on the way has an order
 *         <li>came to anything else (declined otherwise, held by another, lifted): {@link LossCause#OTHER}
 *       </ul>
 * </ol>
 */
final class LossClassifier {

    private static final Set<String> MISMATCHES = Set.of("0100", "0301", "0400");

    private final CaseResult facts;
    private final Rules rules;

    /** Of a case in a suite that works by those rules. */
    LossClassifier(CaseResult facts, Rules rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** Why money that left a mule's account at a moment was not stopped. */
    LossCause ofLeaving(int mule, Instant at) {
        if (at.isBefore(facts.call())) {
            return LossCause.BEFORE_CALL;
        }
        Optional<Instant> stop = facts.books(mule).lastStop().map(SimulatedWorld.Stop::stoppedAt);
        if (facts.acceptedMillis().isEmpty() || stop.isEmpty()) {
            return ofStaying(mule);
        }
        return stop.get().isBefore(at) ? LossCause.OTHER : late(mule, Duration.between(at, stop.get()), stop.get());
    }

    /** Why money that is still in a mule's account was not stopped. */
    LossCause ofStaying(int mule) {
        if (facts.acceptedMillis().isEmpty()) {
            return LossCause.NOT_REPORTED;
        }
        List<Integer> way = way(mule);
        for (int i = way.size() - 1; i >= 0; i--) {
            Optional<StopOrder> order = facts.order(way.get(i));
            if (order.isPresent()) {
                return i == way.size() - 1 ? ofUnstopped(order.get()) : ofUnfollowed(order.get(), way.get(i + 1));
            }
        }
        return LossCause.NOT_TRACED;
    }

    private LossCause late(int mule, Duration lateness, Instant stop) {
        Duration institutions = Duration.ZERO;
        Duration suite = Duration.ZERO;
        Instant mark = facts.call();
        for (int account : way(mule)) {
            Optional<Instant> door = facts.door(account);
            Optional<Instant> known = account == mule ? Optional.of(stop) : facts.told(account);
            if (door.isPresent() && known.isPresent()) {
                Instant arrived = later(mark, door.get());
                Instant done = later(arrived, known.get());
                suite = suite.plus(Duration.between(mark, arrived));
                institutions = institutions.plus(Duration.between(arrived, done));
                mark = done;
            }
        }
        if (institutions.compareTo(suite) >= 0) {
            return lateness.compareTo(institutions) <= 0 ? LossCause.SLOW_INSTITUTION : LossCause.TOO_FAST;
        }
        return lateness.compareTo(suite) <= 0 ? LossCause.SLOW_SUITE : LossCause.TOO_FAST;
    }

    /** An order on the very account, and no stop. */
    private static LossCause ofUnstopped(StopOrder order) {
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

    /** An order further up, and none on the account that was paid from there. */
    private LossCause ofUnfollowed(StopOrder order, int next) {
        return switch (order.getState()) {
            case STOP_ORDER_STATE_IN_EFFECT, STOP_ORDER_STATE_FROZEN ->
                facts.receivedFen(next) < rules.taintThresholdFen() ? LossCause.THRESHOLD : LossCause.NOT_TRACED;
            default -> ofUnstopped(order);
        };
    }

    private static boolean isMismatch(StopOrder order) {
        return order.getMismatchedCount() > 0 || MISMATCHES.contains(order.getResultCode());
    }

    /** The accounts from the one that the victim paid to this one. */
    private List<Integer> way(int mule) {
        List<Integer> way = new ArrayList<>();
        for (Integer each = mule;
                each != null;
                each = facts.ring().mules().get(each).payer()) {
            way.add(0, each);
        }
        return way;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
