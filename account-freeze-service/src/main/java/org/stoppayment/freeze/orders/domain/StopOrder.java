package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;

/**
 * A stop-payment order (紧急止付): one account, one institution, one effect. Immutable; what happens to it makes a new one.
 *
 * @param applicationId made before it is sent and the same for every attempt
 * @param caseId the case that placed it
 * @param account to be stopped
 * @param level fewest transfers from a victim; 0 for a protective stop
 * @param tainted sum of the placing case's transfers into the account
 * @param original the order that this one puts right
 * @param placedAt when it was made
 * @param instruction what is sent, byte for byte the same for every attempt
 * @param state where it stands
 * @param progress how its sending went so far
 * @param awaited bookings that its institution said are to come
 * @param version of the row; a change of it by somebody else makes ours void
 * @param ruleSet name of the rule set that it was made under
 * @param urgent true when its case names a known mule: it goes out ahead of others (emergencyLevel 01)
 */
public record StopOrder(
        UUID applicationId,
        UUID caseId,
        AccountRef account,
        int level,
        Money tainted,
        Optional<UUID> original,
        Instant placedAt,
        byte[] instruction,
        StopOrderState state,
        SendingProgress progress,
        AwaitedBookings awaited,
        int version,
        String ruleSet,
        boolean urgent) {

    /** Where it stands. */
    public Phase phase() {
        return state.phase();
    }

    /** True while its stop is in effect and within its term; at the very moment that the term ends it no longer is. */
    public boolean isInForceAt(Instant now) {
        return phase() == Phase.IN_EFFECT
                && state.stop().filter(stop -> !stop.hasEnded(now)).isPresent();
    }

    /** True when it waits for no institution. */
    public boolean isSettled() {
        return phase().isSettled() && !awaitsBookings();
    }

    /** True while its institution still has time for the bookings that it said are to come. */
    public boolean awaitsBookings() {
        return awaited.isAny() && !lacksBookings();
    }

    /** True when that time is over and they have not come: people are told. */
    public boolean lacksBookings() {
        return progress.flags().contains(AwaitedBookings.INCOMPLETE);
    }

    /** True unless it certainly never reached an institution. */
    public boolean mayHaveBeenSent() {
        return progress.attempts() > 0;
    }

    /** The order after {@code event}; empty when the event says nothing new. */
    public Optional<StopOrder> after(StopOrderEvent event, Instant at) {
        return StopOrderTransitions.next(state, event)
                .map(next -> with(
                        next, progress.after(event, at).finding(Contradiction.in(event)), awaited.after(event, at)));
    }

    /** The order after an inquiry that brought nothing new. */
    public StopOrder afterInquiry(Instant at) {
        return with(state, progress.inquired(at));
    }

    /** The order after an inquiry for the bookings that are to come; people are told when the budget is spent without them. */
    public StopOrder afterBookingsInquiry(Optional<Feedback> said, DoubtRules rules, Instant at) {
        StopOrder inquired = awaited.overdueAt(rules.budget())
                .map(overdueAt -> at.isBefore(overdueAt) ? this : lackingBookings())
                .map(order -> order.with(state, order.progress, awaited.inquired()))
                .orElse(this);
        return said.map(inquired::recordReported).orElse(inquired);
    }

    /** True when a feedback that does not move the order is to be noted all the same. */
    public boolean hasNewInformation(Feedback feedback) {
        return feedback.tellsOfBookings()
                || feedback.contradicts(state)
                || awaited.isAny() && feedback.completesBookings();
    }

    /** The order with an institution's answer noted. */
    public StopOrder answered(Feedback feedback, StopRules rules, Instant at) {
        List<String> flags = new ArrayList<>(feedback.flags(rules, placedAt, at));
        flags.addAll(bookingFlags(feedback));
        return noted(
                feedback,
                progress.answered(feedback.code().value(), flags).finding(feedback.findings(rules, placedAt)));
    }

    /**
     * The order with what is worth a look in a feedback noted that does not move it, and whether more is to come, and nothing
     * else of it.
     */
    public StopOrder recordReported(Feedback feedback) {
        StopOrder heard = feedback.contradicts(state) ? contradicted(feedback.conflictSummary(state.stop())) : this;
        return heard.noted(
                feedback,
                heard.progress
                        .answered(progress.resultCode(), bookingFlags(feedback))
                        .finding(feedback.bookingFindings()));
    }

    /** The order with it noted that its institution's {@code word} goes against what it said before; the first counts. */
    public StopOrder contradicted(String word) {
        return flagged(Feedback.FEEDBACK_CONFLICT).finding(List.of(Contradiction.conflict(word)));
    }

    private StopOrder lackingBookings() {
        return flagged(AwaitedBookings.INCOMPLETE).finding(Contradiction.incomplete());
    }

    private StopOrder finding(List<Contradiction> findings) {
        return with(state, progress.finding(findings));
    }

    private StopOrder noted(Feedback feedback, SendingProgress noted) {
        return feedback.completesBookings()
                ? with(state, noted.without(AwaitedBookings.INCOMPLETE), AwaitedBookings.NONE)
                : with(state, noted);
    }

    private List<String> bookingFlags(Feedback feedback) {
        return feedback.bookingFlags(state.stop().map(Stop::stoppedAt));
    }

    /** The order with the reference of a person or paper noted. */
    public StopOrder referringTo(String reference) {
        return with(state, progress.referringTo(reference));
    }

    /** The order with something worth a look noted. */
    public StopOrder flagged(String flag) {
        return with(state, progress.answered(progress.resultCode(), List.of(flag)));
    }

    /** The order sent to another institution. */
    public StopOrder routedTo(String institutionCode) {
        return with(account.at(institutionCode), placedAt, state, progress, awaited, version, urgent);
    }

    /** The order placed at another time than it was made. */
    public StopOrder placedAt(Instant at) {
        return with(account, at, state, progress, awaited, version, urgent);
    }

    /** The order as it was placed: what only the database knows of its account and case. */
    public StopOrder withUrgency(boolean isUrgent) {
        return with(account, placedAt, state, progress, awaited, version, isUrgent);
    }

    /** The order as the row now has it. */
    public StopOrder stored() {
        return with(account, placedAt, state, progress.stored(), awaited, version + 1, urgent);
    }

    private StopOrder with(StopOrderState next, SendingProgress nextProgress) {
        return with(next, nextProgress, awaited);
    }

    private StopOrder with(StopOrderState next, SendingProgress nextProgress, AwaitedBookings nextAwaited) {
        return with(account, placedAt, next, nextProgress, nextAwaited, version, urgent);
    }

    private StopOrder with(
            AccountRef nextAccount,
            Instant nextPlacedAt,
            StopOrderState nextState,
            SendingProgress nextProgress,
            AwaitedBookings nextAwaited,
            int nextVersion,
            boolean nextUrgent) {
        return new StopOrder(
                applicationId,
                caseId,
                nextAccount,
                level,
                tainted,
                original,
                nextPlacedAt,
                instruction,
                nextState,
                nextProgress,
                nextAwaited,
                nextVersion,
                ruleSet,
                nextUrgent);
    }
}
