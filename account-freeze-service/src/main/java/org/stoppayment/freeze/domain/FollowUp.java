package org.stoppayment.freeze.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ResultCode;

/**
 * A message about a stop order that was made before: an application of its own that names the original one. Immutable; what
 * happens to it makes a new one, as {@link FollowUpTransitions} says.
 *
 * @param id made before it is sent and the same for every attempt
 * @param kind what it asks for
 * @param applicationId the stop order
 * @param reason why, for the institution's books; empty for paperwork
 * @param reference of the person or paper behind it
 * @param requestedAt when it was made
 * @param state where it stands
 * @param failures number of times in a row that it brought no result
 * @param resultCode the last one, empty before the first
 */
public record FollowUp(
        UUID id,
        Kind kind,
        UUID applicationId,
        String reason,
        String reference,
        Instant requestedAt,
        State state,
        int failures,
        String resultCode) {

    private static final ResultCode ALREADY_STOPPED = new ResultCode("1301");

    /** What a message asks for. */
    public enum Kind {
        /** To lift the stop (100103). */
        LIFT,
        /** To extend the stop by its second and last term (100105). */
        EXTENSION,
        /** To note in the books what was done on the telephone or by fax (100101 with an application type of its own). */
        WRITTEN_ORDER
    }

    /** Where a message stands. */
    public enum State {
        /** Waits to be sent. */
        QUEUED,
        /** On its way to the institution. */
        SENDING,
        /** The institution took it; its feedback is due. */
        ACCEPTED,
        /** Nobody knows: an inquiry is under way. */
        IN_DOUBT,
        /** The institution has done it. */
        DONE,
        /** The institution, or a rule here, says no; the stop is as it was. */
        DECLINED
    }

    /** A message that waits to be sent. */
    public static FollowUp queued(UUID id, Kind kind, UUID applicationId, String reason, String reference, Instant at) {
        return new FollowUp(id, kind, applicationId, reason, reference, at, State.QUEUED, 0, "");
    }

    /** The message after {@code event}; empty when the event says nothing new. */
    public Optional<FollowUp> after(FollowUpEvent event) {
        return FollowUpTransitions.next(state, event.kind())
                .map(next -> with(
                        next,
                        failuresAfter(event.kind()),
                        event.code().map(ResultCode::value).orElse(resultCode)));
    }

    /** The message after an inquiry that brought nothing new. */
    public FollowUp afterInquiry() {
        return with(state, failures + 1, resultCode);
    }

    /** What it means for the message that the institution answers with {@code code}. */
    public FollowUpEvent heard(ResultCode code) {
        return FollowUpEvent.of(meaning(code), code);
    }

    /** True when the institution said otherwise before: it has done what it now declines. */
    public boolean isContradictedBy(FollowUpEvent event) {
        return state == State.DONE && event.kind() == FollowUpEvent.Kind.DECLINED;
    }

    private FollowUpEvent.Kind meaning(ResultCode code) {
        if (kind == Kind.WRITTEN_ORDER && code.equals(ALREADY_STOPPED)) {
            return FollowUpEvent.Kind.CONFIRMED;
        }
        return switch (code.meaning()) {
            case IN_EFFECT -> FollowUpEvent.Kind.CONFIRMED;
            case IN_DOUBT -> FollowUpEvent.Kind.UNCLEAR;
            case NOT_SENT -> FollowUpEvent.Kind.NOT_SENT;
            case DECLINED, HELD_BY_OTHER, MANUAL -> FollowUpEvent.Kind.DECLINED;
        };
    }

    private int failuresAfter(FollowUpEvent.Kind event) {
        return switch (event) {
            case NOT_SENT, UNANSWERED, OVERDUE, UNCLEAR -> failures + 1;
            case SENT -> failures;
            case TAKEN, NOT_KNOWN, CONFIRMED, DECLINED, WITHDRAWN -> 0;
        };
    }

    private FollowUp with(State next, int nextFailures, String code) {
        return new FollowUp(id, kind, applicationId, reason, reference, requestedAt, next, nextFailures, code);
    }
}
