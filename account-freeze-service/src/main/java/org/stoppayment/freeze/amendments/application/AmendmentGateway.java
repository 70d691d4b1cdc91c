package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.domain.StopOrder;

/** Port: sends amendments to institutions. Never fails for what an institution does or fails to do: that is an answer. */
public interface AmendmentGateway {

    /** Sends an amendment of {@code stop}. */
    Uni<Answer> send(StopAmendment amendment, StopOrder stop);

    /** Asks what became of an amendment of {@code stop}. */
    Uni<Answer> inquire(StopAmendment amendment, StopOrder stop);
}
