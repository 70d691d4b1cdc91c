package org.stoppayment.cli.drill.accounting;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.plan.Ring.Mule;
import org.stoppayment.cli.drill.plan.Ring.Party;
import org.stoppayment.cli.drill.plan.Ring.Payment;
import org.stoppayment.cli.suite.Rules;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** Builds the result of a case with the mules a, b, c … of a chain. Times are milliseconds from the call. */
public final class CaseResultBuilder {

    public static final Instant CALL = Instant.parse("2026-03-01T02:00:00Z");
    public static final Rules RULES = new Rules(10_000);

    private final List<Mule> mules = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Long> stops = new HashMap<>();
    private final Map<String, List<SimulatedWorld.Outflow>> outflows = new HashMap<>();
    private final List<SimulatedWorld.MoveToCome> toCome = new ArrayList<>();
    private final Map<String, Instant> arrivals = new HashMap<>();
    private final CaseProgress.Builder progress =
            CaseProgress.newBuilder().setKnown(true).setSettled(true).setConserved(true);
    private long paceMillis = 5_000;
    private long suiteAheadMillis;
    private boolean accepted = true;

    static Instant at(long millis) {
        return CALL.plusMillis(millis);
    }

    /** A mule of the first level, and what the victim paid to it. */
    public CaseResultBuilder paid(String mule, long fen) {
        mules.add(new Mule(1, null, party(mule)));
        payments.add(new Payment(mules.size() - 1, fen, -60_000, "V-" + mule, mule));
        balances.merge(mule, fen, Math::addExact);
        return this;
    }

    /** A mule that another one has paid. */
    public CaseResultBuilder onward(String from, String to, long fen, long atMillis) {
        mules.add(new Mule(mules.get(index(from)).level() + 1, index(from), party(to)));
        balances.merge(to, fen, Math::addExact);
        return left(from, "TRANSFER", fen, atMillis, to);
    }

    public CaseResultBuilder cash(String from, long fen, long atMillis) {
        return left(from, "CASH", fen, atMillis, null);
    }

    public CaseResultBuilder goods(String from, long fen, long atMillis) {
        return left(from, "MERCHANT", fen, atMillis, null);
    }

    private CaseResultBuilder left(String from, String kind, long fen, long atMillis, @Nullable String to) {
        balances.merge(from, -fen, Math::addExact);
        outflows.computeIfAbsent(from, any -> new ArrayList<>())
                .add(new SimulatedWorld.Outflow("S", kind, fen, at(atMillis), to));
        return this;
    }

    /** The account was stopped: when the order arrived, when the stop took effect, and when the suite knew of it. */
    public CaseResultBuilder stopped(String mule, long arrivalMillis, long stopMillis, long knownMillis) {
        stops.put(mule, stopMillis);
        return ordered(mule, StopOrderState.STOP_ORDER_STATE_IN_EFFECT, "0000", arrivalMillis, knownMillis);
    }

    /** The account has an order, and no stop. */
    CaseResultBuilder ordered(String mule, StopOrderState state, String code, long arrivalMillis, long enteredMillis) {
        arrivals.put("app-" + mule, at(arrivalMillis));
        progress.addOrders(StopOrder.newBuilder()
                .setApplicationId("app-" + mule)
                .setAccount(Account.newBuilder().setNumber(mule))
                .setState(state)
                .setResultCode(code)
                .addTimeline(step(state, enteredMillis)));
        return this;
    }

    /** The last order was sent before it arrived, and could not be delivered. */
    CaseResultBuilder undeliveredAt(String mule, long millis) {
        StopOrder.Builder order = progress.getOrdersBuilder(progress.getOrdersCount() - 1);
        if (!order.getApplicationId().equals("app-" + mule)) {
            throw new IllegalArgumentException("mule: " + mule + " (expected: that of the last order)");
        }
        order.addTimeline(0, step(StopOrderState.STOP_ORDER_STATE_QUEUED, 0))
                .addTimeline(1, step(StopOrderState.STOP_ORDER_STATE_SENDING, 1))
                .addTimeline(2, step(StopOrderState.STOP_ORDER_STATE_QUEUED, millis));
        return this;
    }

    /** The last order was sent at this moment. */
    CaseResultBuilder sentAt(long millis) {
        progress.getOrdersBuilder(progress.getOrdersCount() - 1)
                .addTimeline(0, step(StopOrderState.STOP_ORDER_STATE_SENDING, millis));
        return this;
    }

    /** From here on the suite's clock is ahead of the institutions' by so much, or behind. */
    CaseResultBuilder suiteClockAhead(long millis) {
        suiteAheadMillis = millis;
        return this;
    }

    private TimelineEntry step(StopOrderState state, long atMillis) {
        Instant at = at(Math.addExact(atMillis, suiteAheadMillis));
        return TimelineEntry.newBuilder()
                .setState(state)
                .setAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
                .build();
    }

    public CaseResultBuilder pace(long millis) {
        paceMillis = millis;
        return this;
    }

    public CaseResultBuilder suiteHolds(long fen) {
        progress.setTaintedHeldFen(fen);
        return this;
    }

    CaseResultBuilder neverAccepted() {
        accepted = false;
        return this;
    }

    public CaseResultBuilder stillToCome(String from) {
        toCome.add(new SimulatedWorld.MoveToCome("T", from));
        return this;
    }

    public CaseResult result() {
        List<SimulatedWorld.Account> accounts = mules.stream()
                .map(mule -> mule.account().number())
                .map(mule -> new SimulatedWorld.Account(
                        mule,
                        balances.getOrDefault(mule, 0L),
                        stops.containsKey(mule),
                        stops.containsKey(mule)
                                ? List.of(new SimulatedWorld.Stop("app-" + mule, at(stops.get(mule)), true))
                                : List.of(),
                        outflows.getOrDefault(mule, List.of())))
                .toList();
        SimulatedWorld world = new SimulatedWorld("w", accounts, toCome);
        return new CaseResult(
                new Ring(0, 0, paceMillis, party("victim"), payments, mules, List.of()),
                CALL,
                accepted ? List.of(40L) : List.of(),
                accepted ? progress.build() : CaseProgress.getDefaultInstance(),
                world,
                arrivals,
                accepted && !world.moneyMayMove());
    }

    List<MoneyPart> parts() {
        return parts(RULES);
    }

    List<MoneyPart> parts(Rules rules) {
        return MoneyAccounting.of(result(), rules);
    }

    private int index(String mule) {
        for (int i = 0; i < mules.size(); i++) {
            if (mules.get(i).account().number().equals(mule)) {
                return i;
            }
        }
        throw new IllegalArgumentException("mule: " + mule + " (expected: one that was paid)");
    }

    private static Party party(String name) {
        return new Party("102100099996", name, name, "ACCOUNT_KIND_BANK_PERSONAL");
    }
}
