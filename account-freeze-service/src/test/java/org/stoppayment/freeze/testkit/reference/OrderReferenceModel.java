package org.stoppayment.freeze.testkit.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.testkit.reference.ModelOrder.State;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.proto.common.v1.Account;

/**
 * The expected state of every order, worked out slowly: one thing after the other that was said of orders and done to them, by the
 * rules of stops (48 hours; one live stop an account, two in all; an extension is one). It knows nothing of the service but the
 * names that it gave its orders. What withdrawn cases leave to be released is {@link ReleaseReferenceModel}'s.
 */
public final class OrderReferenceModel {

    private static final Duration TERM = Duration.ofHours(48);
    private static final Duration BELIEVED_AHEAD = Duration.ofMinutes(10);
    private static final Duration BELIEVED_BEHIND = Duration.ofMinutes(10);

    private final ModelOrders orders = new ModelOrders();
    private final ModelClaims claims = new ModelClaims();
    private final ReleaseReferenceModel releases = new ReleaseReferenceModel(orders);
    private final OrderMatching matching = new OrderMatching(orders, releases);
    private final FreezeReferenceModel freezes = new FreezeReferenceModel(orders, claims);

    /** The name of an account here. */
    public static String name(Account account) {
        return name(account.getInstitutionCode(), account.getNumber());
    }

    static String name(String institutionCode, String number) {
        return institutionCode + " " + number;
    }

    /** Which of the service's orders is which. */
    public OrderMatching matching() {
        return matching;
    }

    /** Lifts, and what is released after withdrawals. */
    public ReleaseReferenceModel releases() {
        return releases;
    }

    /** What freezes of cases do to stops, claims and money. */
    public FreezeReferenceModel freezes() {
        return freezes;
    }

    /** A report of the case names the account: that makes an order, which waits where one is live. */
    public void named(String caseId, String account, Instant at) {
        claims.reactivate(caseId, account);
        orders.place(caseId, account, at);
    }

    /** The case has an account protected: a claim on it is active without money. */
    public void protects(String caseId, String account) {
        claims.protect(caseId, account);
    }

    /** True when the claim of a case on an account has ended: no order is made by itself. */
    public boolean hasEnded(String caseId, String account) {
        return claims.endOf(caseId, account).isPresent();
    }

    /** True when the case is withdrawn: nothing is reported or ordered for it. */
    public boolean isWithdrawn(String caseId) {
        return claims.isWithdrawn(caseId);
    }

    /** True when an account stays stopped for a case whose claim {@code fen} came in for. */
    public boolean isActive(String caseId, String account, long fen) {
        return claims.isActive(caseId, account, fen);
    }

    /** The institution says {@code code} of an order; a stop was put on at {@code stoppedAt}. */
    public void said(String id, String code, Instant stoppedAt, long balanceFen, Instant at) {
        ModelOrder order = orders.named(id);
        switch (new ResultCode(code).meaning()) {
            case IN_EFFECT -> {
                boolean afterANo = !order.state.isLive() && !order.state.isCounted();
                if (order.state == State.OPEN || afterANo && !orders.isLive(order.account)) {
                    boolean believed = !stoppedAt.isAfter(at.plus(BELIEVED_AHEAD))
                            && !stoppedAt.isBefore(order.placedAt.minus(BELIEVED_BEHIND));
                    order.end = (believed ? stoppedAt : at).plus(TERM);
                    order.balanceFen = balanceFen;
                    order.become(State.IN_EFFECT, at);
                }
            }
            case DECLINED -> settle(order, State.DECLINED, at);
            case HELD_BY_OTHER -> settle(order, State.HELD_BY_OTHER, at);
            default -> {} // that says nothing of the account
        }
    }

    private static void settle(ModelOrder order, State no, Instant at) {
        if (order.state == State.OPEN) {
            order.become(no, at);
        }
    }

    /** Due orders are checked. */
    public void advanced(Instant at) {
        orders.all().filter(order -> order.lapsesAt(at)).forEach(order -> order.become(State.LAPSED, at));
    }

    /** True when an officer may have the stop extended. */
    public boolean mayExtend(String id, Instant at) {
        return isExtendable(id, at) && orders.hasStopLeft(orders.named(id).account);
    }

    /** True when an extension goes out that was ordered before. */
    public boolean isExtendable(String id, Instant at) {
        ModelOrder order = orders.named(id);
        return order.state == State.IN_EFFECT && at.isBefore(order.end) && !order.extended;
    }

    /**
     * The institution has extended the stop, which may have lapsed here meanwhile. Where one of the {@code claimants} of its account is
     * withdrawn, it is to be released again.
     */
    public void extended(String id, Collection<String> claimants, Instant at) {
        ModelOrder order = orders.named(id);
        boolean lapsed = order.state == State.LAPSED && !orders.isLive(order.account);
        if (!order.extended && (order.state == State.IN_EFFECT || lapsed)) {
            order.end = order.end.plus(TERM);
            order.extended = true;
            order.become(State.IN_EFFECT, at);
            if (claimants.stream().anyMatch(this::isWithdrawn)) {
                releases.due(id);
            }
        }
    }

    /**
     * True when an officer may end all claims on the account of an order, and so have its stop lifted; or has done so before: then the
     * answer is the same. The claim of a withdrawn case has ended in another way: there is nothing to end unless the stop is in effect,
     * and another case has an active claim or the institution has declined the lift.
     */
    public boolean mayLift(String id, boolean othersAreActive) {
        ModelOrder order = orders.named(id);
        if (order.state != State.IN_EFFECT) {
            return claims.isLifted(order.caseId, order.account);
        }
        if (claims.isFrozen(order.caseId, order.account)) {
            return othersAreActive;
        }
        return othersAreActive
                || claims.isLifted(order.caseId, order.account)
                || !isWithdrawn(order.caseId)
                || !releases.isLiftOut(id);
    }

    /** An officer has ended the claim of a case on the account of an order: nothing of the case waits there any more. */
    public void claimEnded(String id, String caseId, Instant at) {
        String account = orders.named(id).account;
        claims.lift(caseId, account, at);
        orders.removeWaiting(caseId, account);
    }

    /** A case is withdrawn that has claims on {@code accounts}: all of them end, and nothing of the case waits any more. */
    public void withdrawn(String caseId, Collection<String> accounts, Instant at) {
        claims.withdraw(caseId, at);
        orders.removeWaiting(caseId);
        releases.due(accounts);
    }

    /** True when an officer may have the account of an order stopped again. */
    public boolean mayRestop(String id) {
        ModelOrder ended = orders.named(id);
        return !ended.state.isLive()
                && !orders.isLive(ended.account)
                && orders.hasStopLeft(ended.account)
                && !isWithdrawn(ended.caseId);
    }

    /** An officer has the account stopped again. */
    public void restopped(String id, Instant at) {
        ModelOrder ended = orders.named(id);
        orders.removeWaiting(ended.caseId, ended.account);
        named(ended.caseId, ended.account, at);
    }

    /** True when nothing stands in the way of an order, and of all that is known of its account, at another institution. */
    public boolean mayRoute(String id, String institutionCode) {
        ModelOrder order = orders.named(id);
        String to = movedTo(order, institutionCode);
        return order.state == State.OPEN
                && !orders.isLive(to)
                && orders.hasStopLeft(to)
                && orders.on(order.account).noneMatch(other -> other.state.isCounted());
    }

    /** The account, which {@code claimants} claim, turns out to be at another institution: what waits goes there too. */
    public void routed(String id, String institutionCode, Collection<String> claimants) {
        ModelOrder order = orders.named(id);
        String from = order.account;
        String to = movedTo(order, institutionCode);
        orders.move(from, to);
        claimants.forEach(caseId -> claims.move(caseId, from, to));
    }

    private static String movedTo(ModelOrder order, String institutionCode) {
        return name(institutionCode, order.account.split(" ")[1]);
    }

    /** How many orders of a case there are on an account, waiting ones too. */
    public long count(String caseId, String account) {
        return orders.count(caseId, account);
    }

    /** What is expected of each order, by name. */
    public Map<String, String> lines() {
        return orders.lines();
    }

    /**
     * Where {@code remainingFen} of a case's money is on an account which it claimed at {@code claimedAt}: held, frozen, lapsed, lifted,
     * paid back.
     */
    public List<Long> sums(String caseId, String account, Instant claimedAt, long remainingFen) {
        return freezes.sums(caseId, account, underStop(caseId, account, claimedAt, remainingFen), remainingFen);
    }

    /** The same by the order alone, without frozen. */
    private List<Long> underStop(String caseId, String account, Instant claimedAt, long remainingFen) {
        Optional<Instant> endedAt = claims.endOf(caseId, account);
        Optional<ModelOrder> foremost = orders.on(account)
                .filter(order -> order.isSeenBy(caseId, claimedAt, endedAt))
                .reduce(ModelOrder::foremost);
        if (foremost.isEmpty()) {
            return List.of(0L, 0L, 0L);
        }
        ModelOrder order = foremost.get();
        long there = Math.min(remainingFen, order.balanceFen);
        if (order.state.isCounted()
                && endedAt.filter(at -> !order.hadLapsedAt(at)).isPresent()) {
            return List.of(0L, 0L, there); // the end of the claim wins
        }
        State state = order.state == State.FROZEN ? State.LIFTED : order.state;
        return Stream.of(State.IN_EFFECT, State.LAPSED, State.LIFTED)
                .map(each -> each == state ? there : 0L)
                .toList();
    }
}
