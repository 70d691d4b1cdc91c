package org.stoppayment.freeze.shared.messaging;

import io.smallrye.mutiny.Uni;
import org.stoppayment.proto.common.v1.Event;

/** Takes the events of one type. A feature that hears of another service has a bean for each type; the inbox finds them. */
public interface EventHandler {

    /** Full name of the message in the events' {@code data}. */
    String type();

    /**
     * Takes an event, once the result is subscribed to. It may come more than once.
     *
     * @return false when it must be delivered again, after another event of its case
     * @throws UnreadableEvent at once, when it can never be taken
     */
    Uni<Boolean> take(Event event);
}
