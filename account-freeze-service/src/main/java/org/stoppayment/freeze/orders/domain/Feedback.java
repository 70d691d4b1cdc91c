package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * What an institution says about an order, by whatever wire it came.
 *
 * @param applicationId of the order
 * @param code the result
 * @param stoppedAt when the account was stopped; empty when it is not told or cannot be read
 * @param balance the whole balance held; empty when it is not told or cannot be read
 * @param mismatched fields of the order that did not match
 * @param bookings of the account that it reports
 * @param complete false when more bookings are to come; counts in a feedback that says that the account is stopped
 * @param freeze what a freeze holds; nothing in feedback about a stop
 */
public record Feedback(
        ApplicationId applicationId,
        ResultCode code,
        Optional<Instant> stoppedAt,
        Optional<Money> balance,
        List<String> mismatched,
        ReportedBookings bookings,
        boolean complete,
        FreezeReport freeze) {

    /** Moments less than this apart count as equal: some institutions report whole seconds. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    /** Feedback about a stop. */
    public Feedback(
            ApplicationId applicationId,
            ResultCode code,
            Optional<Instant> stoppedAt,
            Optional<Money> balance,
            List<String> mismatched,
            ReportedBookings bookings,
            boolean complete) {
        this(applicationId, code, stoppedAt, balance, mismatched, bookings, complete, FreezeReport.NONE);
    }

    /**
     * What it means for the order that was placed at {@code placedAt}, received at {@code now}. The code decides: it counts, whatever
     * else is missing.
     */
    public StopOrderEvent toEvent(StopRules rules, Instant placedAt, Instant now) {
        return switch (code.meaning()) {
            case IN_EFFECT ->
                new StopOrderEvent.Confirmed(
                        code, Stop.of(stoppedAt, balance, rules, placedAt, now), completesBookings());
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
        flags.addAll(momentFlags(rules, placedAt, now));
        if (stoppedAt.isEmpty()) {
            flags.add(OrderFlag.STOP_MOMENT_UNKNOWN);
        }
        if (balance.isEmpty()) {
            flags.add(OrderFlag.BALANCE_UNKNOWN);
        }
        return flags;
    }

    /** What is odd about the stop moment, if it is told. */
    private List<OrderFlag> momentFlags(StopRules rules, Instant placedAt, Instant receivedAt) {
        List<OrderFlag> flags = new ArrayList<>();
        if (stoppedAt.isPresent() && rules.isTooFarAhead(stoppedAt.get(), receivedAt)) {
            flags.add(OrderFlag.STOP_MOMENT_IN_FUTURE);
        }
        if (stoppedAt.isPresent() && rules.isTooFarBehind(stoppedAt.get(), placedAt)) {
            flags.add(OrderFlag.STOP_MOMENT_BEFORE_ORDER);
        }
        return flags;
    }

    /** Names of the fields that a feedback must have which says that the account is stopped, and that this one lacks. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (code.meaning() == ResultCode.Meaning.IN_EFFECT && stoppedAt.isEmpty()) {
            missing.add("stoppedAt");
        }
        if (code.meaning() == ResultCode.Meaning.IN_EFFECT && balance.isEmpty()) {
            missing.add("balanceFen");
        }
        return missing;
    }

    /** What people are alerted to when it moves an order that was placed at {@code placedAt}. */
    List<Contradiction> findings(StopRules rules, Instant placedAt) {
        List<Contradiction> findings = new ArrayList<>(bookings.findings());
        if (code.meaning() == ResultCode.Meaning.IN_EFFECT) {
            findings.addAll(momentFindings(rules, placedAt));
            if (!missing().isEmpty()) {
                findings.add(Contradiction.unreadable(missing()));
            }
        }
        return findings;
    }

    /** What people are alerted to about the stop moment, if it is told. */
    private List<Contradiction> momentFindings(StopRules rules, Instant placedAt) {
        return stoppedAt
                .filter(at -> rules.isTooFarBehind(at, placedAt))
                .map(at -> Contradiction.oddMoment(OrderFlag.STOP_MOMENT_BEFORE_ORDER, at))
                .stream()
                .toList();
    }

    /** True when it tells something of the stop of an order in {@code state} that was unknown. */
    boolean completes(StopOrderState state) {
        return code.meaning() == ResultCode.Meaning.IN_EFFECT
                && state.stop()
                        .filter(stop -> tellsMomentOf(stop) || tellsBalanceOf(stop))
                        .isPresent();
    }

    /**
     * A stop of which more is known now.
     *
     * @param state of the order
     * @param notes of the order
     */
    record CompletedStop(StopOrderState.WithStop state, OrderNotes notes) {}

    /**
     * What this tells of the stop of an order that was placed at {@code placedAt}, and that was unknown; empty when it tells nothing
     * of that. What is known is never changed. Of a stop that is over, the end stays as it was booked.
     */
    Optional<CompletedStop> completed(StopOrderState state, OrderNotes notes, StopRules rules, Instant placedAt) {
        if (!completes(state) || !(state instanceof StopOrderState.WithStop known)) {
            return Optional.empty();
        }
        Stop stop = known.onAccount();
        Stop told = stop.completed(stoppedAt, balance, rules, placedAt);
        OrderNotes noted = notes;
        if (tellsBalanceOf(stop)) {
            noted = noted.withoutFlag(OrderFlag.BALANCE_UNKNOWN);
        }
        if (tellsMomentOf(stop)) {
            noted = noted.withoutFlag(OrderFlag.STOP_MOMENT_UNKNOWN)
                    .withFlags(momentFlags(rules, placedAt, stop.stoppedAt()))
                    .withFindings(momentFindings(rules, placedAt));
        }
        return Optional.of(
                new CompletedStop(known.with(state.phase() == Phase.IN_EFFECT ? told : told.endedAs(stop)), noted));
    }

    private boolean tellsMomentOf(Stop stop) {
        return !stop.momentReported() && stoppedAt.isPresent();
    }

    private boolean tellsBalanceOf(Stop stop) {
        return stop.balance().isEmpty() && balance.isPresent();
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
                && stop.momentReported()
                && stoppedAt
                        .map(at -> Duration.between(at, stop.stoppedAt()))
                        .filter(apart -> apart.abs().compareTo(SAME_MOMENT) >= 0)
                        .isPresent();
    }

    private boolean hasAnotherBalance(Stop stop) {
        return balance.isPresent() && stop.balance().isPresent() && !balance.equals(stop.balance());
    }

    /** True when a person must decide what becomes of the order. */
    public boolean needsPerson() {
        return code.meaning() == ResultCode.Meaning.MANUAL;
    }

    /** True when it says that the account is stopped and that no more is to come, and all of it can be read. */
    public boolean completesBookings() {
        return complete
                && code.meaning() == ResultCode.Meaning.IN_EFFECT
                && missing().isEmpty()
                && bookings.unreadable().isEmpty();
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
}
