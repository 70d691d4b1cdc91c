package org.stoppayment.freeze.facts.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Port: facts of one kind that are to be told. There is a bean for each kind. */
public interface DueFacts {

    /** How many rows count as told in one commit. */
    int MAX_ROWS = 500;

    /**
     * Marks some that are due as told and writes the events that tell them, in one commit. Any number of replicas may do so at once: each
     * takes others.
     */
    Uni<Published> publish();

    /**
     * What was made durable.
     *
     * @param events that tell it
     * @param mayHaveMore true when more may be due
     */
    record Published(List<OutboxEvent> events, boolean mayHaveMore) {}
}
