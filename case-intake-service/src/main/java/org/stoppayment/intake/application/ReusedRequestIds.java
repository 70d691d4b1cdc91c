package org.stoppayment.intake.application;

import java.util.UUID;
import org.stoppayment.kernel.ServiceException;

/** Refuses a request whose id was used for another one. */
final class ReusedRequestIds {

    private ReusedRequestIds() {}

    static ServiceException.Refusal refusal(UUID requestId) {
        return new ServiceException.Refusal(
                "REQUEST_ID_REUSED",
                "requestId: " + requestId + " was used for another request (expected: a new id for new content)");
    }
}
