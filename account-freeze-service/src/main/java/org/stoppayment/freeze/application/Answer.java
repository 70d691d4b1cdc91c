package org.stoppayment.freeze.application;

import java.util.Optional;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.freeze.domain.StopOrderEvent;

/** What came of a message to an institution: what happened to the message, or what the institution says. */
public sealed interface Answer {

    /** What happened to the message. */
    record Happened(StopOrderEvent event) implements Answer {}

    /** What the institution says. */
    record Said(Feedback feedback) implements Answer {}

    /** What the institution says, where it says anything. */
    default Optional<Feedback> whatWasSaid() {
        return this instanceof Said said ? Optional.of(said.feedback()) : Optional.empty();
    }
}
