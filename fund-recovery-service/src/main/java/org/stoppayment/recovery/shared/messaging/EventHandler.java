package org.stoppayment.recovery.shared.messaging;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;

/** Takes the events of one type. A feature that receives events has a bean for each type; the inbox finds them. */
public interface EventHandler {

    /** Full name of the message in the events' {@code data}. */
    String type();

    /**
     * Takes events that were delivered together, in any order, each once or more often. Completes once their effects are durable, with
     * those that can never be taken.
     */
    Uni<List<RejectedEvent>> take(List<Event> events);
}
