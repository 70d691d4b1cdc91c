package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A freeze (冻结) of an account for a filed case; 公安机关办理刑事案件程序规定 (2020) Art. 237 to 247. Immutable; each change makes a new
 * instance, as {@link FreezeTransitions} says.
 *
 * @param id made before it is sent and the same for every attempt
 * @param application what its case applied for; the sum is that of the last change
 * @param state where it stands
 * @param progress how delivering it has gone
 * @param resultCode last one of its institution, empty before the first
 * @param manualReason why a person must act; empty unless it is MANUAL
 * @param frozen what it holds
 * @param expiresAt when it ends unless it is renewed
 * @param endedAt when it ended; empty while it has not
 */
public record Freeze(
        ApplicationId id,
        FreezeApplication application,
        FreezeState state,
        DeliveryProgress progress,
        String resultCode,
        String manualReason,
        FrozenSum frozen,
        Instant expiresAt,
        Optional<Instant> endedAt) {

    /** A freeze that waits to be sent. */
    static Freeze requested(ApplicationId id, FreezeApplication application, Instant expiresAt) {
        return new Freeze(
                id,
                application,
                FreezeState.REQUESTED,
                DeliveryProgress.NONE,
                "",
                "",
                FrozenSum.NONE,
                expiresAt,
                Optional.empty());
    }

    /** A freeze that is sent as soon as it is durable. */
    public static Freeze sending(ApplicationId id, FreezeApplication application, Instant expiresAt) {
        return requested(id, application, expiresAt)
                .after(FreezeEvent.of(FreezeEvent.Kind.SENT), application.requestedAt())
                .orElseThrow();
    }

    /** Of the case. */
    public CaseId caseId() {
        return application.caseId();
    }

    /** True from the moment that its term ends. */
    public boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** True when it took effect after the stop had ended, or without one: in between the account was not held. */
    public boolean isNewHold() {
        return frozen.beganAt()
                .filter(began -> application
                        .stopEndsAt()
                        .filter(end -> !began.isAfter(end))
                        .isEmpty())
                .isPresent();
    }

    /** True when it holds money whose sum its institution has not told. */
    public boolean lacksSum() {
        return state.holdsMoney() && frozen.sum().isEmpty();
    }

    /** True when it certainly never reached the institution. */
    public boolean wasNeverSent() {
        return state == FreezeState.REQUESTED && progress.attempts() == 0;
    }

    /** The freeze after {@code event}; empty when the event says nothing new. */
    public Optional<Freeze> after(FreezeEvent event, Instant at) {
        if (isFromBeforeTheChange(event)) {
            return Optional.empty();
        }
        return FreezeTransitions.next(state, event.kind())
                .map(next -> new Freeze(
                        id,
                        application,
                        next,
                        progress.after(event.kind(), at),
                        event.code().map(ResultCode::value).orElse(resultCode),
                        next == FreezeState.MANUAL ? manualReason(event) : "",
                        frozenAfter(next, event, at),
                        expiresAt,
                        endAfter(next, at)))
                .filter(changed -> !changed.equals(this));
    }

    /** The freeze, called off by the process that was to send it for the first time, and did not. */
    public Optional<Freeze> withheld(Instant at) {
        return after(FreezeEvent.of(FreezeEvent.Kind.NOT_SENT), at)
                .filter(Freeze::wasNeverSent)
                .flatMap(unsent -> unsent.after(FreezeEvent.of(FreezeEvent.Kind.LIFTED), at));
    }

    /** The freeze after an inquiry that brought nothing new. */
    public Freeze afterInquiry(Instant at) {
        return new Freeze(
                id, application, state, progress.failed(at), resultCode, manualReason, frozen, expiresAt, endedAt);
    }

    /** The freeze, renewed to {@code end}. */
    public Freeze renewedTo(Instant end) {
        return new Freeze(id, application, state, progress, resultCode, manualReason, frozen, end, endedAt);
    }

    /**
     * The freeze, out of which {@code refunds} are paid. One that was ordered to hold a sum, and holds nothing any more, is RETURNED; one
     * that holds a rest keeps its state and its end. When money comes back it is in effect again, to its original end.
     *
     * @param isReplaced true when the case has another live freeze of the account by now: then this one stays ended
     */
    public Freeze withRefunds(PaidRefunds refunds, boolean isReplaced, Instant at) {
        Freeze paid = new Freeze(
                id, application, state, progress, resultCode, manualReason, frozen.with(refunds), expiresAt, endedAt);
        boolean isEmpty = !paid.frozen.returned().isZero()
                && paid.frozen.sum().filter(Money::isZero).isPresent();
        if (isEmpty && state.holdsMoney() && application.mode() == HoldMode.LIMITED) {
            return paid.after(FreezeEvent.of(FreezeEvent.Kind.RETURNED), at).orElseThrow();
        }
        return !isEmpty && state == FreezeState.RETURNED && !isReplaced
                ? paid.after(FreezeEvent.of(FreezeEvent.Kind.CAME_BACK), at).orElseThrow()
                : paid;
    }

    /**
     * The freeze with another sum to be held, as its institution confirms.
     *
     * @param code 0000 when it holds all of it, 1200 when it holds less
     */
    public Freeze changedTo(Money amount, ResultCode code, FreezeReport report, Instant at) {
        boolean isAll = !code.equals(ResultCode.BALANCE_SHORT);
        FrozenSum held = frozen.changed(report, Optional.of(amount).filter(sum -> isAll), at);
        return new Freeze(
                id,
                application.limitedTo(amount),
                state.holdsMoney() ? (isAll ? FreezeState.IN_EFFECT : FreezeState.PARTIAL) : state,
                progress,
                resultCode,
                manualReason,
                state.holdsMoney() ? held : frozen,
                expiresAt,
                endedAt);
    }

    private static String manualReason(FreezeEvent event) {
        return event.detail().isEmpty() ? event.kind().name() : event.detail();
    }

    private FrozenSum frozenAfter(FreezeState next, FreezeEvent event, Instant at) {
        return switch (event.kind()) {
            case HELD ->
                state == FreezeState.IN_EFFECT
                        ? frozen.completed(event.report(), at)
                        : frozen.held(event.report(), application.amount(), at);
            case HELD_PARTLY -> frozen.held(event.report(), Optional.empty(), at);
            case PUT_IN_LINE -> frozen.waiting(event.report());
            default -> next == FreezeState.DECLINED ? FrozenSum.NONE : frozen;
        };
    }

    /** True for an answer that was given before the sum was lowered and comes again: it tells of more than is to be held now. */
    private boolean isFromBeforeTheChange(FreezeEvent event) {
        return state.holdsMoney()
                && application
                        .amount()
                        .flatMap(amount -> event.report().frozen().filter(told -> told.compareTo(amount) > 0))
                        .isPresent();
    }

    private Optional<Instant> endAfter(FreezeState next, Instant at) {
        if (!next.hasEnded()) {
            return Optional.empty();
        }
        return endedAt.or(() -> Optional.of(next == FreezeState.AUTO_LIFTED ? expiresAt : at));
    }
}
