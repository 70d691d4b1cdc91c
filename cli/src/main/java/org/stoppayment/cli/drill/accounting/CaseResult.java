package org.stoppayment.cli.drill.accounting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.CaseClocks;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/**
 * The data of one ring at the end of a drill: of its case, or of the cases of all its victims.
 *
 * @param ring the plan
 * @param call when the first report was first sent
 * @param acceptedMillis from each call until intake accepted the report; without those that it did not
 * @param progress the progress of the cases in the suite; the default instance when no report was accepted
 * @param world the books of the institutions
 * @param arrivals when each order first arrived at its institution, by application id
 * @param over true when the case was settled and no money could move any more
 */
public record CaseResult(
        Ring ring,
        Instant call,
        List<Long> acceptedMillis,
        CaseProgress progress,
        SimulatedWorld world,
        Map<String, Instant> arrivals,
        boolean over) {

    public CaseResult {
        acceptedMillis = List.copyOf(acceptedMillis);
        arrivals = Map.copyOf(arrivals);
    }

    /** Milliseconds from the call to a moment. */
    public long millis(Instant moment) {
        return Duration.between(call, moment).toMillis();
    }

    /** The books of a mule's account. */
    public SimulatedWorld.Account books(int mule) {
        String number = ring.mules().get(mule).account().number();
        return world.accounts().stream()
                .filter(account -> account.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("account " + mule + " of ring " + ring.number()
                        + ": not in its world (expected: every account of the ring)"));
    }

    /** The suite's newest order on a mule's account. */
    Optional<StopOrder> order(int mule) {
        String number = ring.mules().get(mule).account().number();
        return progress.getOrdersList().stream()
                .filter(order -> order.getAccount().getNumber().equals(number))
                .reduce((older, newer) -> newer);
    }

    /**
     * When the newest order on a mule's account arrived at the institution, or when the first attempt to send it failed,
     * whichever was first.
     */
    Optional<Instant> arrivedAt(int mule) {
        return order(mule).flatMap(order -> Stream.concat(
                        Stream.ofNullable(arrivals.get(order.getApplicationId())),
                        failedAt(order).map(this::byInstitutions).stream())
                .min(Instant::compareTo));
    }

    /** When an order was first queued again, or in doubt, after SENDING. */
    private static Optional<Instant> failedAt(StopOrder order) {
        return order.getTimelineList().stream()
                .dropWhile(entry -> entry.getState() != StopOrderState.STOP_ORDER_STATE_SENDING)
                .filter(entry -> entry.getState() == StopOrderState.STOP_ORDER_STATE_QUEUED
                        || entry.getState() == StopOrderState.STOP_ORDER_STATE_IN_DOUBT)
                .map(entry -> OrderStates.instant(entry.getAt()))
                .findFirst();
    }

    /** When the suite recorded the stop of a mule's account, by the institutions' clock. */
    Optional<Instant> stopKnownAt(int mule) {
        return order(mule).flatMap(OrderStates::inEffectAt).map(this::byInstitutions);
    }

    /** A moment of account-freeze by the institutions' clock, which the call and all bookings are on: see {@link CaseClocks}. */
    private Instant byInstitutions(Instant moment) {
        return moment.plus(CaseClocks.freezeToInstitutions(progress.getOrdersList(), arrivals));
    }

    /** What a mule received from the victim or its payer, in fen. */
    public long receivedFen(int mule) {
        if (ring.mules().get(mule).payer() == null) {
            return ring.payments().stream()
                    .filter(payment -> payment.mule() == mule)
                    .mapToLong(Ring.Payment::amountFen)
                    .reduce(0, Math::addExact);
        }
        String number = ring.mules().get(mule).account().number();
        return world.accounts().stream()
                .flatMap(account -> account.outflows().stream())
                .filter(outflow -> number.equals(outflow.to()))
                .mapToLong(SimulatedWorld.Outflow::amountFen)
                .reduce(0, Math::addExact);
    }

    /** The first arrival of each order, by application id. */
    public static Map<String, Instant> firstArrivals(List<SimulatedOrder> orders) {
        Map<String, Instant> arrivals = new HashMap<>();
        for (SimulatedOrder order : orders) {
            order.arrivals().stream()
                    .min(Instant::compareTo)
                    .ifPresent(first -> arrivals.merge(order.applicationId(), first, CaseResult::earlier));
        }
        return arrivals;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
