package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What a freeze means for the books of its claim and for the stop that it takes over.
 *
 * @param effect on them
 * @param sum that it holds, or held; empty while it is unknown
 * @param returned what was paid back to victims out of it
 * @param beganAt when it took effect; empty when it never did
 * @param alerted state of the freeze, if people are alerted to it
 */
public record FreezeBooking(
        Effect effect, Optional<Money> sum, Money returned, Optional<Instant> beganAt, Optional<FreezeState> alerted) {

    /** What a freeze does to the claim and the stop. */
    public enum Effect {
        /** Nobody knows yet whether the account is frozen: the stop does not lapse here. */
        UNDECIDED,
        /** It holds nothing: the stop goes its own way. */
        NONE,
        /** It holds the claim's money. */
        HOLDS,
        /** It was lifted. */
        LIFTED,
        /** Its term ended. */
        LAPSED,
        /** All of it was paid back to victims. */
        RETURNED
    }

    /** What {@code freeze} means. */
    public static FreezeBooking of(Freeze freeze) {
        return new FreezeBooking(
                effect(freeze),
                freeze.frozen().sum(),
                freeze.frozen().returned(),
                freeze.frozen().beganAt(),
                Optional.of(freeze.state()).filter(FreezeState::needsAlert));
    }

    private static Effect effect(Freeze freeze) {
        boolean held =
                freeze.frozen().beganAt().isPresent() && freeze.frozen().sum().isPresent();
        return switch (freeze.state()) {
            case REQUESTED, SENDING, ACCEPTED, IN_DOUBT, MANUAL -> Effect.UNDECIDED;
            case WAITING, DECLINED -> Effect.NONE;
            case IN_EFFECT, PARTIAL -> freeze.lacksSum() ? Effect.UNDECIDED : Effect.HOLDS;
            case LIFTED -> held ? Effect.LIFTED : Effect.NONE;
            case RETURNED -> held ? Effect.RETURNED : Effect.NONE;
            case AUTO_LIFTED -> held ? Effect.LAPSED : Effect.NONE;
        };
    }
}
