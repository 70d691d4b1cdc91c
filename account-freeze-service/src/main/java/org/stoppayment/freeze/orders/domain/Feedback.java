package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

/**
 * What an institution says about an order, whatever wire it came by.
 *
 * @param applicationId of the order
 * @param code the result
 * @param stoppedAt when the account was stopped
 * @param balance the whole balance held
 * @param mismatched fields of the order that did not match
 * @param outflows where the money went
 * @param complete false when more bookings are to come; counts in a feedback that says that the account is stopped
 * @param inflows what came into the account shortly before the stop
 * @param unreadable fields of bookings that could not be read and are left out
 */
public record Feedback(
        UUID applicationId,
        ResultCode code,
        Optional<Instant> stoppedAt,
        Optional<Money> balance,
        List<String> mismatched,
        List<Outflow> outflows,
        boolean complete,
        List<Inflow> inflows,
        List<String> unreadable) {

    /** The stop moment is so far ahead that the term is counted from receipt. */
    public static final String STOP_MOMENT_IN_FUTURE = "STOP_MOMENT_IN_FUTURE";

    /**
     * The stop moment is long before the order was placed: the institution's clock, or what it writes, is wrong. Its term may be
     * over here while the account is held there.
     */
    public static final String STOP_MOMENT_BEFORE_ORDER = "STOP_MOMENT_BEFORE_ORDER";

    /** There was less on the account than was reported. */
    public static final String BALANCE_SHORT = "BALANCE_SHORT";

    /** Money left after the account was stopped, as the institution books it. */
    public static final String OUTFLOW_AFTER_STOP = "OUTFLOW_AFTER_STOP";

    /** Bookings could not be read: a person asks the institution. */
    public static final String OUTFLOW_UNREADABLE = "OUTFLOW_UNREADABLE";

    /** One serial came with two different contents; the first stays. */
    public static final String SERIAL_CONFLICT = "SERIAL_CONFLICT";

    /**
     * The institution took its word on a stop, or on its lift, extension or paperwork, back, gave the stop another moment or
     * balance, extended what it had lifted, or stopped anew what was over; or it stopped the account after a no, and another
     * order of ours is live by then. The first word stays.
     */
    public static final String FEEDBACK_CONFLICT = "FEEDBACK_CONFLICT";

    /** Moments less than this apart are one: some institutions tell whole seconds. */
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

    /** What is worth a look, of an order that was placed at {@code placedAt}. */
    public List<String> flags(StopRules rules, Instant placedAt, Instant now) {
        if (code.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        List<String> flags = new ArrayList<>();
        if (code.equals(ResultCode.BALANCE_SHORT)) {
            flags.add(BALANCE_SHORT);
        }
        if (stoppedAt.isPresent() && rules.isTooFarAhead(stoppedAt.get(), now)) {
            flags.add(STOP_MOMENT_IN_FUTURE);
        }
        if (stoppedAt.isPresent() && rules.isTooFarBehind(stoppedAt.get(), placedAt)) {
            flags.add(STOP_MOMENT_BEFORE_ORDER);
        }
        return flags;
    }

    /** What people are told of when it moves an order that was placed at {@code placedAt}. */
    List<Contradiction> findings(StopRules rules, Instant placedAt) {
        List<Contradiction> findings = new ArrayList<>(bookingFindings());
        stoppedAt
                .filter(at -> flags(rules, placedAt, at).contains(STOP_MOMENT_BEFORE_ORDER))
                .map(at -> Contradiction.oddMoment(STOP_MOMENT_BEFORE_ORDER, at))
                .ifPresent(findings::add);
        return findings;
    }

    /** True when the institution said something else before, with which an order came to {@code state}. */
    public boolean contradicts(StopOrderState state) {
        return switch (state.phase()) {
            case IN_EFFECT -> state.stop().filter(this::contradicts).isPresent();
            // Of a stop that is over, a no or a balance says what is there now; another moment is another stop.
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
        return balance.filter(told -> !told.equals(stop.balance())).isPresent();
    }

    /** True when it tells of bookings, readable or not. */
    public boolean tellsOfBookings() {
        return !outflows.isEmpty() || !inflows.isEmpty() || !unreadable.isEmpty();
    }

    /** True when it leaves to a person what becomes of the order. */
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

    /** What is worth a look about its bookings, when the account was stopped at {@code stopMoment}. */
    public List<String> bookingFlags(Optional<Instant> stopMoment) {
        List<String> flags = new ArrayList<>();
        Optional<Instant> stop = stopMoment.or(() -> stoppedAt);
        if (stop.isPresent()
                && outflows.stream().anyMatch(outflow -> outflow.bookedAt().isAfter(stop.get()))) {
            flags.add(OUTFLOW_AFTER_STOP);
        }
        if (!unreadable.isEmpty()) {
            flags.add(OUTFLOW_UNREADABLE);
        }
        if (!conflictingSerials().isEmpty()) {
            flags.add(SERIAL_CONFLICT);
        }
        return flags;
    }

    /** What is unclear in its bookings: all that cannot be read as one, and each serial with two contents. */
    List<Contradiction> bookingFindings() {
        List<Contradiction> findings = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            findings.add(Contradiction.unclear(OUTFLOW_UNREADABLE, String.join(" ", unreadable)));
        }
        conflictingSerials().forEach(serial -> findings.add(Contradiction.unclear(SERIAL_CONFLICT, serial)));
        return findings;
    }

    private Set<String> conflictingSerials() {
        Set<String> seen = new HashSet<>();
        return outflows.stream()
                .distinct()
                .map(Outflow::serial)
                .filter(serial -> !seen.add(serial))
                .collect(Collectors.toSet());
    }

    /**
     * What an institution may have said otherwise of the stop that there is: the result and, where it says that the account is
     * stopped, since when; and its balance, where that alone is another.
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
                + balance.filter(told -> sameMoment)
                        .map(told -> " balanceFen " + told.fen())
                        .orElse("");
    }

    private static Stop stop(Instant reported, Money balance, StopRules rules, Instant now) {
        Instant counted = rules.isTooFarAhead(reported, now) ? now : reported;
        return new Stop(reported, rules.endOfTerm(counted), balance);
    }

    /**
     * Money that left the account.
     *
     * @param serial of the booking; with the account it identifies the outflow
     * @param kind what for
     * @param amount the sum
     * @param bookedAt when it was booked
     * @param sequence order among bookings of the same moment
     * @param payee the account that was paid; empty for cash
     */
    public record Outflow(
            String serial,
            OutflowKind kind,
            Money amount,
            Instant bookedAt,
            long sequence,
            Optional<AccountRef> payee) {

        /** The outflow to the account at the institution that it turned out to be at. */
        public Outflow routed(Routing routing) {
            return new Outflow(serial, kind, amount, bookedAt, sequence, Feedback.routed(payee, routing));
        }
    }

    /**
     * Money that came into the account.
     *
     * @param serial of the booking; with the account it identifies the inflow
     * @param amount the sum
     * @param bookedAt when it was booked
     * @param payer the account that paid; empty for a deposit of cash
     */
    public record Inflow(String serial, Money amount, Instant bookedAt, Optional<AccountRef> payer) {

        /** The inflow from the account at the institution that it turned out to be at. */
        public Inflow routed(Routing routing) {
            return new Inflow(serial, amount, bookedAt, Feedback.routed(payer, routing));
        }
    }

    private static Optional<AccountRef> routed(Optional<AccountRef> party, Routing routing) {
        return party.map(
                account -> account.at(routing.to(account).institutionCode().orElse(account.institutionCode())));
    }
}
