package org.stoppayment.intake.grpc;

import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;

/** The token of a page: the id of the last case of the previous page. */
final class PageToken {

    private PageToken() {}

    static Optional<CaseId> parse(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CaseId.parse(token)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        "pageToken",
                        "NOT_A_TOKEN",
                        "value: " + token.length() + " characters (expected: nextPageToken of the page before)")));
    }
}
