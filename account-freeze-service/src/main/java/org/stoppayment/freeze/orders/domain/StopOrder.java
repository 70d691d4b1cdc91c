package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A stop-payment order (紧急止付): one account, one institution, one effect. Immutable; each change makes a new instance.
 *
 * @param applicationId made before it is sent and the same for every attempt
 * @param application what its case applies for
 * @param dispatch how it is sent
 * @param state where it stands
 * @param progress how sending it has gone so far
 * @param notes what institutions and people have said about it
 * @param awaited bookings that its institution said are to come, or what of its feedback could not be read
 * @param version of the row; a change is void if the row has changed since it was read
 */
public record StopOrder(
        ApplicationId applicationId,
        StopApplication application,
        Dispatch dispatch,
        StopOrderState state,
        SendingProgress progress,
        OrderNotes notes,
        AwaitedBookings awaited,
        int version) {

    /** An order that was made and has not been sent. */
    public static StopOrder queued(ApplicationId applicationId, StopApplication application, Dispatch dispatch) {
        return new StopOrder(
                applicationId,
                application,
                dispatch,
                new StopOrderState.Queued(),
                SendingProgress.NONE,
                OrderNotes.NONE,
                AwaitedBookings.NONE,
                0);
    }

    /** The case that placed it. */
    public CaseId caseId() {
        return application.caseId();
    }

    /** The account to be stopped. */
    public AccountRef account() {
        return application.account();
    }

    /** Sum of the placing case's transfers into the account. */
    public Money tainted() {
        return application.tainted();
    }

    /** Name of the rule set that it was made under. */
    public String ruleSet() {
        return application.ruleSet();
    }

    /** When it was placed. */
    public Instant placedAt() {
        return dispatch.placedAt();
    }

    /** Where it stands. */
    public Phase phase() {
        return state.phase();
    }

    /** True while its stop is in effect and within its term; false from the moment that the term ends. */
    public boolean isInForceAt(Instant now) {
        return phase() == Phase.IN_EFFECT
                && state.stop().filter(stop -> !stop.hasEnded(now)).isPresent();
    }

    /** True when its stop is to be booked as lapsed: its term is over, and no freeze that names it is undecided. */
    public boolean isLapsedAt(Instant now) {
        return phase() == Phase.IN_EFFECT
                && state.stop()
                        .filter(stop -> stop.hasEnded(now) && !stop.awaitsFreeze())
                        .isPresent();
    }

    /** True when it waits for no institution. */
    public boolean isSettled() {
        return phase().isSettled() && !awaitsBookings();
    }

    /** True while its institution still has time for the bookings that it announced. */
    public boolean awaitsBookings() {
        return awaited.isAny() && !lacksBookings();
    }

    /** True when that time is over and they have not come: people are alerted. */
    public boolean lacksBookings() {
        return notes.flags().contains(OrderFlag.BOOKINGS_INCOMPLETE);
    }

    /** True unless it certainly never reached an institution. */
    public boolean mayHaveBeenSent() {
        return progress.attempts() > 0;
    }

    /** True, while it is on its way, when that is not the first attempt. */
    public boolean isResend() {
        return progress.isResend();
    }

    /** The order after {@code event}; empty when the event says nothing new. */
    public Optional<StopOrder> after(StopOrderEvent event, Instant at) {
        return StopOrderTransitions.next(state, event)
                .map(next -> new StopOrder(
                        applicationId,
                        application,
                        dispatch,
                        next,
                        progress.after(event, at),
                        notes.withFindings(Contradiction.in(event)),
                        awaited.after(event, at),
                        version));
    }

    /** The order declined here; what its institution may have answered before says nothing about that. */
    public Optional<StopOrder> dismissed(StopOrderEvent.Dismissed event, Instant at) {
        return with(notes.withResult("")).after(event, at);
    }

    /** The order after an inquiry that brought nothing new. */
    public StopOrder afterInquiry(Instant at) {
        return new StopOrder(
                applicationId, application, dispatch, state, progress.inquired(at), notes, awaited, version);
    }

    /** The order after an inquiry for announced bookings; people are alerted when the budget is spent without them. */
    public StopOrder afterBookingsInquiry(Optional<Feedback> reply, DoubtRules doubt, StopRules rules, Instant at) {
        StopOrder inquired = awaited.overdueAt(doubt.budget())
                .map(overdueAt -> at.isBefore(overdueAt) ? this : lackingBookings())
                .map(order -> order.with(order.notes, awaited.inquired()))
                .orElse(this);
        return reply.map(feedback -> inquired.recordReported(feedback, rules, at))
                .orElse(inquired);
    }

    /** True when a feedback that does not move the order must be noted all the same. */
    public boolean hasNewInformation(Feedback feedback) {
        return feedback.bookings().isAny()
                || feedback.contradicts(state)
                || feedback.completes(state)
                || awaited.isAny() && feedback.completesBookings();
    }

    /** The order with an institution's answer noted. */
    public StopOrder answered(Feedback feedback, StopRules rules, Instant at) {
        return with(feedbackNotes().answered(feedback, rules, placedAt(), at));
    }

    /**
     * The order with a feedback noted that came at {@code at} and does not move it: its bookings, whether more are to come, what was
     * unknown of the stop, and any contradiction. Nothing else of it is kept.
     */
    public StopOrder recordReported(Feedback feedback, StopRules rules, Instant at) {
        return with(feedbackNotes().reported(feedback, rules, placedAt(), at));
    }

    /**
     * The order with bookings noted that its institution told in another answer.
     *
     * @param isWhole true when these are all: none are awaited any more
     */
    public StopOrder recordStatement(ReportedBookings bookings, boolean isWhole) {
        return with(feedbackNotes().statement(bookings, isWhole));
    }

    private FeedbackNotes feedbackNotes() {
        return new FeedbackNotes(state, notes, awaited);
    }

    private StopOrder with(FeedbackNotes next) {
        return new StopOrder(
                applicationId, application, dispatch, next.state(), progress, next.notes(), next.awaited(), version);
    }

    /** The order with a contradiction of its institution noted; what it said first counts. */
    public StopOrder contradicted(String summary) {
        return with(notes.contradicted(summary));
    }

    private StopOrder lackingBookings() {
        return with(notes.withFlags(List.of(OrderFlag.BOOKINGS_INCOMPLETE)).withFindings(Contradiction.incomplete()));
    }

    /** True when outflows that its institution told of may be pending. */
    public boolean mayHavePendingOutflows() {
        return awaited.isAny() || notes.flags().contains(OrderFlag.PENDING_BOOKING_UNLISTED);
    }

    /** The order with pending outflows flagged that a complete answer did not list; {@code serials} may be empty. */
    public StopOrder withUnlisted(List<String> serials) {
        return serials.isEmpty()
                ? this
                : with(notes.withFlags(List.of(OrderFlag.PENDING_BOOKING_UNLISTED))
                        .withFindings(serials.stream()
                                .map(serial -> Contradiction.unclear(OrderFlag.PENDING_BOOKING_UNLISTED, serial))
                                .toList()));
    }

    /** The order as a person resolves it; the reference of that decision is noted. */
    public StopOrder resolvedBy(Decision resolution) {
        return with(notes.resolvedBy(resolution));
    }

    /** The order with who decided its next change, and why. */
    public StopOrder decidedBy(Decision decision) {
        return with(notes.decidedBy(decision));
    }

    /** The order, which has changed since it was {@code before}, with what was decided about that one. */
    public StopOrder withDecisionOf(StopOrder before) {
        return with(notes.withDecisionOf(before.notes));
    }

    /** The order with a flag for a person. */
    public StopOrder flagged(OrderFlag flag) {
        return with(notes.withFlags(List.of(flag)));
    }

    /** The order sent to another institution. */
    public StopOrder routedTo(String institutionCode) {
        return new StopOrder(
                applicationId, application.at(institutionCode), dispatch, state, progress, notes, awaited, version);
    }

    /** The order, placed at {@code at}. */
    public StopOrder placedAt(Instant at) {
        return with(dispatch.at(at));
    }

    /** The order with its urgency, which only the database knows. */
    public StopOrder withUrgency(boolean isUrgent) {
        return with(dispatch.withUrgency(isUrgent));
    }

    /** The order as it is now stored. */
    public StopOrder stored() {
        return new StopOrder(
                applicationId, application, dispatch, state, progress, notes.stored(), awaited, version + 1);
    }

    private StopOrder with(Dispatch next) {
        return new StopOrder(applicationId, application, next, state, progress, notes, awaited, version);
    }

    private StopOrder with(OrderNotes next) {
        return with(next, awaited);
    }

    private StopOrder with(OrderNotes nextNotes, AwaitedBookings nextAwaited) {
        return new StopOrder(applicationId, application, dispatch, state, progress, nextNotes, nextAwaited, version);
    }
}
