package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.objections.application.Objections.Filter;
import org.stoppayment.freeze.objections.application.Objections.Overdue;
import org.stoppayment.freeze.objections.application.Objections.Position;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.ObjectionId;

/** Lists objections, those that are due first at the top. */
@ApplicationScoped
public class ListingObjections {

    private static final String SEPARATOR = "/";
    private static final Set<ObjectionState> NOT_CLOSED =
            Set.of(ObjectionState.OPEN, ObjectionState.RELEASING, ObjectionState.RELEASE_FAILED);

    private static final Set<ObjectionState> OVERDUE = Set.of(ObjectionState.OPEN, ObjectionState.RELEASING);

    private final Objections objections;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    ListingObjections(Objections objections, RuleSets ruleSets, InstantSource clock) {
        this.objections = objections;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * Which objections to list, as given.
     *
     * @param caseId of the case; empty for all
     * @param states in which they stand; empty for all that are not closed
     * @param ownerOrganisation of their owners; empty for all
     * @param overdue true for those that should have been decided by now, or released
     */
    public record Request(
            int pageSize,
            String pageToken,
            String caseId,
            Set<ObjectionState> states,
            String ownerOrganisation,
            boolean overdue) {}

    /**
     * A page of objections.
     *
     * @param nextPageToken empty on the last page
     */
    public record ObjectionPage(List<Objection> objections, String nextPageToken) {}

    /** A page; fails with every violation at once. */
    public Uni<ObjectionPage> list(Request request) {
        List<Violation> violations = new ArrayList<>(Paging.violations(request.pageSize()));
        Optional<CaseId> ofCase = Ids.parse(request.caseId()).map(CaseId::new);
        if (!request.caseId().isEmpty() && ofCase.isEmpty()) {
            violations.add(new Violation(
                    "caseId", "NOT_A_UUID", "value: " + request.caseId().length() + " characters (expected: a UUID)"));
        }
        Optional<Position> after = position(request.pageToken());
        if (!request.pageToken().isEmpty() && after.isEmpty()) {
            violations.add(new Violation(
                    "pageToken",
                    "NOT_A_TOKEN",
                    "value: " + request.pageToken().length() + " characters (expected: a nextPageToken)"));
        }
        if (request.overdue() && !request.states().isEmpty()) {
            violations.add(new Violation(
                    "states", "NOT_ALLOWED", "value: " + request.states() + " (expected: none with overdue)"));
        }
        OfficerInput.refuse(violations);
        int rows = Paging.rows(request.pageSize());
        return objections
                .list(filter(request, ofCase), after, rows + 1)
                .map(found -> Paging.page(found, rows))
                .map(page -> new ObjectionPage(page.rows(), nextToken(page)));
    }

    private Filter filter(Request request, Optional<CaseId> ofCase) {
        return request.overdue()
                ? new Filter(ofCase, OVERDUE, request.ownerOrganisation(), Optional.of(overdue()))
                : new Filter(
                        ofCase,
                        request.states().isEmpty() ? NOT_CLOSED : request.states(),
                        request.ownerOrganisation(),
                        Optional.empty());
    }

    /** For as long as answers of institutions are inquired after, a release may take. */
    private Overdue overdue() {
        Instant now = clock.instant();
        return new Overdue(now, now.minus(ruleSets.current().doubt().budget()));
    }

    private static String nextToken(Page<Objection> page) {
        if (!page.more()) {
            return "";
        }
        Objection last = page.rows().get(page.rows().size() - 1);
        return last.dueAt() + SEPARATOR + last.id();
    }

    private static Optional<Position> position(String token) {
        int separator = token.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            Instant dueAt = Instant.parse(token.substring(0, separator));
            return ObjectionId.parse(token.substring(separator + 1)).map(id -> new Position(dueAt, id));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
