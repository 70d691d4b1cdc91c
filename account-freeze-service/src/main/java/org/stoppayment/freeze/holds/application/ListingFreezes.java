package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.holds.application.Freezes.Filter;
import org.stoppayment.freeze.holds.application.Freezes.Position;
import org.stoppayment.freeze.holds.application.ViewingFreezes.View;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Lists freezes, those that end first at the top. */
@ApplicationScoped
public class ListingFreezes {

    private static final String SEPARATOR = "/";

    private final Freezes freezes;
    private final ViewingFreezes viewing;

    ListingFreezes(Freezes freezes, ViewingFreezes viewing) {
        this.freezes = freezes;
        this.viewing = viewing;
    }

    /**
     * A page of freezes.
     *
     * @param views the freezes
     * @param nextPageToken empty on the last page
     */
    public record FreezePage(List<View> views, String nextPageToken) {}

    /** A page; fails with every violation at once. */
    public Uni<FreezePage> list(
            int pageSize, String pageToken, String caseId, Set<FreezeState> states, Optional<Instant> endsBefore) {
        List<Violation> violations = new ArrayList<>(Paging.violations(pageSize));
        Optional<CaseId> ofCase = Ids.parse(caseId).map(CaseId::new);
        if (!caseId.isEmpty() && ofCase.isEmpty()) {
            violations.add(new Violation(
                    "caseId", "NOT_A_UUID", "value: " + caseId.length() + " characters (expected: a UUID)"));
        }
        Optional<Position> after = position(pageToken);
        if (!pageToken.isEmpty() && after.isEmpty()) {
            violations.add(new Violation(
                    "pageToken",
                    "NOT_A_TOKEN",
                    "value: " + pageToken.length() + " characters (expected: a nextPageToken)"));
        }
        OfficerInput.refuse(violations);
        int rows = Paging.rows(pageSize);
        return freezes.list(new Filter(ofCase, states, endsBefore), after, rows + 1)
                .map(found -> Paging.page(found, rows))
                .chain(page -> viewing.of(page.rows()).map(views -> new FreezePage(views, nextToken(page))));
    }

    private static String nextToken(Page<Freeze> page) {
        if (!page.more()) {
            return "";
        }
        Freeze last = page.rows().get(page.rows().size() - 1);
        return last.expiresAt() + SEPARATOR + last.id();
    }

    private static Optional<Position> position(String token) {
        int separator = token.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            Instant expiresAt = Instant.parse(token.substring(0, separator));
            return ApplicationId.parse(token.substring(separator + 1)).map(id -> new Position(expiresAt, id));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
