package org.stoppayment.recovery.reconciliation.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.reconciliation.domain.LedgerDifference;
import org.stoppayment.recovery.shared.application.Page;

/** Lists differences that stood longer than facts and movements may be apart. */
@ApplicationScoped
public class ListingDifferences {

    private final Differences differences;

    ListingDifferences(Differences differences) {
        this.differences = differences;
    }

    /**
     * A page, the latest first.
     *
     * @param pageSize 0..200; 0 means 50
     * @param pageToken empty for the first page
     * @param includeResolved also those that are gone
     */
    public Uni<Page<LedgerDifference>> list(int pageSize, String pageToken, boolean includeResolved) {
        int size = Page.size(pageSize);
        return differences
                .list(before(pageToken), includeResolved, size + 1)
                .map(found -> Page.of(found, size, last -> Long.toString(last.number())));
    }

    private static long before(String token) {
        if (token.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException notANumber) {
            throw new ServiceException.InvalidInput(
                    "pageToken",
                    "FORM",
                    "value: " + token.length() + " characters (expected: the next_page_token of an answer)");
        }
    }
}
