package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

/**
 * What an institution says about an order, by whatever wire it came.
 *
 * @param applicationId of the order
 * @param code the result
 * @param stoppedAt when the account was stopped
 * @param balance the whole balance held
 * @param mismatched fields of the order that did not match
 * @param bookings of the account that it reports
 * @param complete false when more bookings are to come; counts in a feedback that says that the account is stopped
 */
public record Feedback(
        ApplicationId applicationId,
        ResultCode code,
        Optional<Instant> stoppedAt,
        Optional<Money> balance,
        List<String> mismatched,
        ReportedBookings bookings,
        boolean complete) {

    /** Moments less than this apart count as equal: some institutions report whole seconds. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    /** What it means for the order, received at {@code now}. */
    public StopOrderEvent toEvent(StopRules rules, Instant now) {
        return switch (code.meaning()) {
            case IN_EFFECT ->
                stoppedAt.isPresent() && balance.isPresent()
                        ? new StopOrderEvent.Confirmed(code, stop(stoppedAt.get(), balance.get(), rules, now), complete)
                        : new StopOrderEvent.Unclear(code);
            case HELD_BY_OTHER -> new StopOrderEvent.Held(code);
            case IN_DOUBT -> new StopOrderEvent.Unclear(code);
            case NOT_SENT -> new StopOrderEvent.NotSent("CODE_" + code);
            case MANUAL -> new StopOrderEvent.NeedsPerson("CODE_" + code, List.of());
            case DECLINED -> new StopOrderEvent.Declined(code, mismatched);
        };
    }

    /** Flags for an order that was placed at {@code placedAt}. */
    public List<OrderFlag> flags(StopRules rules, Instant placedAt, Instant now) {
        if (code.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        List<OrderFlag> flags = new ArrayList<>();
        if (code.equals(ResultCode.BALANCE_SHORT)) {
            flags.add(OrderFlag.BALANCE_SHORT);
        }
        if (stoppedAt.isPresent() && rules.isTooFarAhead(stoppedAt.get(), now)) {
            flags.add(OrderFlag.STOP_MOMENT_IN_FUTURE);
        }
        if (stoppedAt.isPresent() && rules.isTooFarBehind(stoppedAt.get(), placedAt)) {
            flags.add(OrderFlag.STOP_MOMENT_BEFORE_ORDER);
        }
        return flags;
    }

    /** What people are alerted to when it moves an order that was placed at {@code placedAt}. */
    List<Contradiction> findings(StopRules rules, Instant placedAt) {
        List<Contradiction> findings = new ArrayList<>(bookings.findings());
        stoppedAt
                .filter(at -> flags(rules, placedAt, at).contains(OrderFlag.STOP_MOMENT_BEFORE_ORDER))
                .map(at -> Contradiction.oddMoment(OrderFlag.STOP_MOMENT_BEFORE_ORDER, at))
                .ifPresent(findings::add);
        return findings;
    }

    /** True when it contradicts the feedback that brought an order to {@code state}. */
    public boolean contradicts(StopOrderState state) {
        return switch (state.phase()) {
            case IN_EFFECT -> state.stop().filter(this::contradicts).isPresent();
            // After a stop is over, a refusal or a balance describes the account now; another moment is another stop.
            case FROZEN, LAPSED, LIFTED ->
                state.stop().filter(this::hasAnotherMoment).isPresent();
            case DECLINED, HELD_BY_OTHER -> code.meaning() == ResultCode.Meaning.IN_EFFECT;
            case QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL -> false;
        };
    }

    private boolean contradicts(Stop inForce) {
        return switch (code.meaning()) {
            case DECLINED, HELD_BY_OTHER, MANUAL -> true;
            case IN_EFFECT -> hasAnotherMoment(inForce) || hasAnotherBalance(inForce);
            case IN_DOUBT, NOT_SENT -> false;
        };
    }

    private boolean hasAnotherMoment(Stop stop) {
        return code.meaning() == ResultCode.Meaning.IN_EFFECT
                && stoppedAt
                        .map(at -> Duration.between(at, stop.stoppedAt()))
                        .filter(apart -> apart.abs().compareTo(SAME_MOMENT) >= 0)
                        .isPresent();
    }

    private boolean hasAnotherBalance(Stop stop) {
        return balance.filter(reported -> !reported.equals(stop.balance())).isPresent();
    }

    /** True when a person must decide what becomes of the order. */
    public boolean needsPerson() {
        return code.meaning() == ResultCode.Meaning.MANUAL;
    }

    /** True when it says that the account is stopped and that no more of its bookings are to come. */
    public boolean completesBookings() {
        return complete
                && code.meaning() == ResultCode.Meaning.IN_EFFECT
                && stoppedAt.isPresent()
                && balance.isPresent();
    }

    /** Whether it lists all bookings of the account; a booking that cannot be read may be any of them. */
    public BookingsUpdate.Extent extent() {
        if (completesBookings() && bookings.unreadable().isEmpty()) {
            return BookingsUpdate.Extent.COMPLETE;
        }
        return !complete && code.meaning() == ResultCode.Meaning.IN_EFFECT
                ? BookingsUpdate.Extent.PARTIAL
                : BookingsUpdate.Extent.UNKNOWN;
    }

    /**
     * Summary of a contradiction of {@code stop}: the result, the stop moment if the account is stopped, and the balance if it alone
     * differs.
     */
    String conflictSummary(Optional<Stop> stop) {
        if (code.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return code.value();
        }
        String since =
                stoppedAt.map(at -> " " + at.truncatedTo(ChronoUnit.SECONDS)).orElse("");
        boolean sameMoment = stop.filter(one -> !hasAnotherMoment(one)).isPresent();
        return code
                + since
                + balance.filter(reported -> sameMoment)
                        .map(reported -> " balanceFen " + reported.fen())
                        .orElse("");
    }

    private static Stop stop(Instant reported, Money balance, StopRules rules, Instant now) {
        Instant counted = rules.isTooFarAhead(reported, now) ? now : reported;
        return new Stop(reported, rules.endOfTerm(counted), balance);
    }
}
