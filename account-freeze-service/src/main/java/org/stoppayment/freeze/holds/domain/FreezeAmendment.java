package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.amendments.domain.AmendmentTransitions;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * An order about a freeze that stands: its renewal, its lift, another sum. Immutable; its states are those of amendments of stops.
 *
 * @param id made before it is sent and the same for every attempt
 * @param freezeId the freeze
 * @param terms what it asks for
 * @param basis what it rests on
 * @param reason for the institution's books
 * @param officer who asks; {@link Officer#SYSTEM} for what the suite does by itself
 * @param requestedAt when it was made
 * @param state where it stands
 * @param failures number of times in a row that it brought no result
 * @param resultCode last one of the institution, empty before the first
 */
public record FreezeAmendment(
        ApplicationId id,
        ApplicationId freezeId,
        Terms terms,
        LegalBasis basis,
        String reason,
        Officer officer,
        Instant requestedAt,
        AmendmentState state,
        int failures,
        String resultCode) {

    /** What an amendment asks for. */
    public enum Kind {
        /** 续冻: a further term. */
        RENEWAL,
        /** 解除冻结: its end. */
        LIFT,
        /** Another sum. */
        CHANGE
    }

    /**
     * What an amendment asks for.
     *
     * @param kind its name
     * @param expiresAt end of the further term, of a renewal
     * @param amount sum to be held from now on, of a change
     * @param unrelated true for the lift of funds that have nothing to do with the case (Art. 247)
     */
    public record Terms(Kind kind, Optional<Instant> expiresAt, Optional<Money> amount, boolean unrelated) {

        /** A further term that ends at {@code end}. */
        public static Terms renewal(Instant end) {
            return new Terms(Kind.RENEWAL, Optional.of(end), Optional.empty(), false);
        }

        /** The end of the freeze. */
        public static Terms lift(boolean unrelated) {
            return new Terms(Kind.LIFT, Optional.empty(), Optional.empty(), unrelated);
        }

        /** Another sum. */
        public static Terms change(Money amount) {
            return new Terms(Kind.CHANGE, Optional.empty(), Optional.of(amount), false);
        }
    }

    /** An amendment that waits to be sent. */
    public static FreezeAmendment queued(
            ApplicationId id,
            ApplicationId freezeId,
            Terms terms,
            LegalBasis basis,
            String reason,
            Officer officer,
            Instant at) {
        return new FreezeAmendment(id, freezeId, terms, basis, reason, officer, at, AmendmentState.QUEUED, 0, "");
    }

    /** What it asks for. */
    public Kind kind() {
        return terms.kind();
    }

    /** True while nobody knows whether the institution has done it. */
    public boolean isUndecided() {
        return state != AmendmentState.DONE && state != AmendmentState.DECLINED;
    }

    /** True when {@code other} asks for the same: the request was repeated. */
    public boolean isRepeatedBy(FreezeAmendment other) {
        return freezeId.equals(other.freezeId)
                && terms.equals(other.terms)
                && basis.equals(other.basis)
                && reason.equals(other.reason)
                && officer.equals(other.officer);
    }

    /** The amendment after {@code event}; empty when the event says nothing new. */
    public Optional<FreezeAmendment> after(AmendmentEvent event) {
        return AmendmentTransitions.next(state, event.kind())
                .map(next -> with(
                        next,
                        event.failuresAfter(failures),
                        event.code().map(ResultCode::value).orElse(resultCode)));
    }

    /** The amendment after an inquiry that brought nothing new. */
    public FreezeAmendment afterInquiry() {
        return with(state, failures + 1, resultCode);
    }

    /** The event that an institution's answer {@code code} means. */
    public static AmendmentEvent eventFor(ResultCode code) {
        return AmendmentEvent.of(
                switch (code.meaning()) {
                    case IN_EFFECT -> AmendmentEvent.Kind.CONFIRMED;
                    case IN_DOUBT -> AmendmentEvent.Kind.UNCLEAR;
                    case NOT_SENT -> AmendmentEvent.Kind.NOT_SENT;
                    case DECLINED, HELD_BY_OTHER, MANUAL -> AmendmentEvent.Kind.DECLINED;
                },
                code);
    }

    private FreezeAmendment with(AmendmentState next, int nextFailures, String code) {
        return new FreezeAmendment(id, freezeId, terms, basis, reason, officer, requestedAt, next, nextFailures, code);
    }
}
