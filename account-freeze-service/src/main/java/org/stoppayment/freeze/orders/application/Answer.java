package org.stoppayment.freeze.orders.application;

import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;

/** The outcome of a message to an institution: what happened to the message, or what the institution says. */
public sealed interface Answer {

    /** Applies the function that fits: to what happened to the message, or to what the institution says. */
    <T> T either(Function<StopOrderEvent, T> happened, Function<Feedback, T> replied);

    /** What the institution says; empty when it says nothing. */
    default Optional<Feedback> reply() {
        return either(event -> Optional.empty(), Optional::of);
    }

    /** What happened to the message. */
    record Happened(StopOrderEvent event) implements Answer {
        @Override
        public <T> T either(Function<StopOrderEvent, T> happened, Function<Feedback, T> replied) {
            return happened.apply(event);
        }
    }

    /** What the institution says. */
    record Replied(Feedback feedback) implements Answer {
        @Override
        public <T> T either(Function<StopOrderEvent, T> happened, Function<Feedback, T> replied) {
            return replied.apply(feedback);
        }
    }
}
