package org.stoppayment.freeze.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        Progress progress,
        int version,
        String ruleSet,
        boolean urgent) {

    /**
     * How the sending went so far.
     *
     * @param attempts number of times that it was sent, or may have been
     * @param inquiries number of inquiries since it came into doubt
     * @param unsent number of times in a row that it could not be sent
     * @param firstFailureAt when something first went wrong; when doubt began, if it had never been sent before
     * @param resultCode the last one, empty before the first
     * @param reference of the person or paper that resolved it, empty when none did
     * @param flags things worth a look
     */
    public record Progress(
            int attempts,
            int inquiries,
            int unsent,
            Optional<Instant> firstFailureAt,
            String resultCode,
            String reference,
            List<String> flags) {

        /** Nothing has happened yet. */
        public static final Progress NONE = new Progress(0, 0, 0, Optional.empty(), "", "", List.of());

        Progress after(StopOrderEvent event, Instant at) {
            int sent = event.provesUnsent() ? Math.max(0, attempts - 1) : attempts;
            return switch (event.kind()) {
                case SENT ->
                    new Progress(attempts + 1, inquiries, unsent, firstFailureAt, resultCode, reference, flags);
                case NOT_KNOWN ->
                    new Progress(attempts, inquiries + 1, 0, firstFailureAt, resultCode, reference, flags);
                case NOT_SENT -> new Progress(sent, inquiries, unsent + 1, failed(at), resultCode, reference, flags);
                case UNANSWERED, OVERDUE, UNCLEAR ->
                    new Progress(attempts, inquiries, 0, doubted(at), resultCode, reference, flags);
                case ROUTED -> new Progress(attempts, 0, 0, Optional.empty(), resultCode, reference, flags);
                default -> new Progress(sent, inquiries, 0, firstFailureAt, resultCode, reference, flags);
            };
        }

        Progress inquired(Instant at) {
            return new Progress(attempts, inquiries + 1, unsent, failed(at), resultCode, reference, flags);
        }

        Progress answered(String code, List<String> moreFlags) {
            List<String> all = new ArrayList<>(flags);
            moreFlags.stream().filter(flag -> !all.contains(flag)).forEach(all::add);
            return new Progress(attempts, inquiries, unsent, firstFailureAt, code, reference, all);
        }

        Progress referringTo(String newReference) {
            return new Progress(attempts, inquiries, unsent, firstFailureAt, resultCode, newReference, flags);
        }

        /** The time in which it certainly could not be sent is no doubt: it does not use up the time for inquiries. */
        private Optional<Instant> doubted(Instant at) {
            return unsent > 0 && attempts <= 1 ? Optional.of(at) : failed(at);
        }

        private Optional<Instant> failed(Instant at) {
            return firstFailureAt.isPresent() ? firstFailureAt : Optional.of(at);
        }
    }

    /** Where it stands. */
    public Phase phase() {
        return state.phase();
    }

    /** True unless it certainly never reached an institution. */
    public boolean mayHaveBeenSent() {
        return progress.attempts() > 0;
    }

    /** The order after {@code event}; empty when the event says nothing new. */
    public Optional<StopOrder> after(StopOrderEvent event, Instant at) {
        return StopOrderTransitions.next(state, event).map(next -> with(next, progress.after(event, at)));
    }

    /** The order after an inquiry that brought nothing new. */
    public StopOrder afterInquiry(Instant at) {
        return with(state, progress.inquired(at));
    }

    /** The order with an institution's answer noted. */
    public StopOrder answered(Feedback feedback, StopRules rules, Instant at) {
        List<String> flags = new ArrayList<>(feedback.flags(rules, at));
        flags.addAll(bookingFlags(feedback));
        return with(state, progress.answered(feedback.code().value(), flags));
    }

    /** The order with what is worth a look in a feedback noted that does not move it, and nothing else of it. */
    public StopOrder toldOf(Feedback feedback) {
        List<String> flags = new ArrayList<>(bookingFlags(feedback));
        if (feedback.contradicts(state)) {
            flags.add(Feedback.FEEDBACK_CONFLICT);
        }
        return with(state, progress.answered(progress.resultCode(), flags));
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
        return new StopOrder(
                applicationId,
                caseId,
                account.at(institutionCode),
                level,
                tainted,
                original,
                placedAt,
                instruction,
                state,
                progress,
                version,
                ruleSet,
                urgent);
    }

    /** The order as it was placed: what only the database knows of its account and case. */
    public StopOrder withUrgency(boolean isUrgent) {
        return new StopOrder(
                applicationId,
                caseId,
                account,
                level,
                tainted,
                original,
                placedAt,
                instruction,
                state,
                progress,
                version,
                ruleSet,
                isUrgent);
    }

    /** The order as the row now has it. */
    public StopOrder stored() {
        return new StopOrder(
                applicationId,
                caseId,
                account,
                level,
                tainted,
                original,
                placedAt,
                instruction,
                state,
                progress,
                version + 1,
                ruleSet,
                urgent);
    }

    private StopOrder with(StopOrderState next, Progress nextProgress) {
        return new StopOrder(
                applicationId,
                caseId,
                account,
                level,
                tainted,
                original,
                placedAt,
                instruction,
                next,
                nextProgress,
                version,
                ruleSet,
                urgent);
    }
}
