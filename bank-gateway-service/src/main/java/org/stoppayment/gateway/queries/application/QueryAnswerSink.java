package org.stoppayment.gateway.queries.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.gateway.queries.domain.QueryAnswer;
import org.stoppayment.kernel.InstitutionCode;

/** Write port: answers of the institutions. */
public interface QueryAnswerSink {

    /**
     * Completes once the answer is durable, with the fields that an answer to this query must have and this one lacks. Fails with a
     * {@link org.stoppayment.kernel.ServiceException}: {@code NotFound} when no such query was sent to that institution,
     * {@code Unavailable} when it is unknown whether the answer was recorded.
     */
    Uni<List<String>> record(InstitutionCode from, QueryAnswer answer);
}
