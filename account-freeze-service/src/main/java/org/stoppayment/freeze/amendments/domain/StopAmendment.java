package org.stoppayment.freeze.amendments.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * An amendment of an earlier stop order: an application of its own that names the original one. Immutable; each change makes a
 * new instance, as {@link AmendmentTransitions} says.
 *
 * @param id made before it is sent and the same for every attempt
 * @param kind what it asks for
 * @param applicationId the stop order
 * @param decision who asked for it, and why; the reason of a written order is empty
 * @param requestedAt when it was made
 * @param state where it stands
 * @param failures number of times in a row that it brought no result
 * @param resultCode the last one, empty before the first
 */
public record StopAmendment(
        ApplicationId id,
        Kind kind,
        ApplicationId applicationId,
        Decision decision,
        Instant requestedAt,
        AmendmentState state,
        int failures,
        String resultCode) {

    private static final ResultCode ALREADY_STOPPED = new ResultCode("1301");

    /** What an amendment asks for. */
    public enum Kind {
        /** To lift the stop (100103). */
        LIFT,
        /** To extend the stop by its second and last term (100105). */
        EXTENSION,
        /** To book what was done by telephone or fax (100101 with an application type of its own). */
        WRITTEN_ORDER
    }

    /** An amendment that waits to be sent. */
    public static StopAmendment queued(
            ApplicationId id, Kind kind, ApplicationId applicationId, Decision decision, Instant at) {
        return new StopAmendment(id, kind, applicationId, decision, at, AmendmentState.QUEUED, 0, "");
    }

    /** The amendment after {@code event}; empty when the event says nothing new. */
    public Optional<StopAmendment> after(AmendmentEvent event) {
        return AmendmentTransitions.next(state, event.kind())
                .map(next -> with(
                        next,
                        event.failuresAfter(failures),
                        event.code().map(ResultCode::value).orElse(resultCode)));
    }

    /** The amendment after an inquiry that brought nothing new. */
    public StopAmendment afterInquiry() {
        return with(state, failures + 1, resultCode);
    }

    /** The event that an institution's answer {@code code} means for this amendment. */
    public AmendmentEvent eventFor(ResultCode code) {
        return AmendmentEvent.of(meaning(code), code);
    }

    /** True when the institution declines what it confirmed before. */
    public boolean isContradictedBy(AmendmentEvent event) {
        return state == AmendmentState.DONE && event.kind() == AmendmentEvent.Kind.DECLINED;
    }

    private AmendmentEvent.Kind meaning(ResultCode code) {
        if (kind == Kind.WRITTEN_ORDER && code.equals(ALREADY_STOPPED)) {
            return AmendmentEvent.Kind.CONFIRMED;
        }
        return switch (code.meaning()) {
            case IN_EFFECT -> AmendmentEvent.Kind.CONFIRMED;
            case IN_DOUBT -> AmendmentEvent.Kind.UNCLEAR;
            case NOT_SENT -> AmendmentEvent.Kind.NOT_SENT;
            case DECLINED, HELD_BY_OTHER, MANUAL -> AmendmentEvent.Kind.DECLINED;
        };
    }

    private StopAmendment with(AmendmentState next, int nextFailures, String code) {
        return new StopAmendment(id, kind, applicationId, decision, requestedAt, next, nextFailures, code);
    }
}
