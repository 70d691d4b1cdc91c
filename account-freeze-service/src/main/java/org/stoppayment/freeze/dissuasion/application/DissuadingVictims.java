package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Closing;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Hold;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.State;
import org.stoppayment.freeze.dissuasion.domain.DissuasionOutcome;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/**
 * The work of the 96110 desk on the dissuasion list (劝阻名单): an officer claims an entry, talks to the likely victim, and closes the
 * entry with an outcome. One officer has an entry at a time.
 */
@ApplicationScoped
public class DissuadingVictims {

    private final Dissuasions dissuasions;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    DissuadingVictims(Dissuasions dissuasions, RuleSets ruleSets, InstantSource clock) {
        this.dissuasions = dissuasions;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * A page of the list, newest first.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken the last entry that was read for the previous page, empty for the first page
     * @param state of the entries; empty for any
     * @param caseId that the stopped accounts belong to; empty for any
     */
    public Uni<DissuasionPage> list(int pageSize, String pageToken, Optional<State> state, String caseId) {
        List<Violation> violations = new ArrayList<>(Paging.violations(pageSize));
        Optional<UUID> before = optionalId("pageToken", pageToken, violations);
        Optional<CaseId> ofCase = optionalId("caseId", caseId, violations).map(CaseId::new);
        OfficerInput.refuse(violations);
        Dissuasions.Filter filter = new Dissuasions.Filter(state, ofCase);
        return new DissuasionPager(dissuasions, filter, clock.instant(), Paging.rows(pageSize)).page(before);
    }

    /** Gives an entry to an officer; a repeated claim by the same officer renews the time. */
    public Uni<Dissuasion> claim(String dissuasionId, Officer officer) {
        UUID id = checked(dissuasionId, officer, List.of());
        Instant now = clock.instant();
        return dissuasions
                .claim(id, officer, now, now.plus(ruleSets.current().lists().dissuasionClaim()))
                .chain(claimed -> claimed.isPresent()
                        ? Uni.createFrom().item(claimed.get())
                        : named(id, now).invoke(entry -> {
                            throw notClaimable(entry);
                        }));
    }

    /** Releases an entry, so that any officer can claim it; an entry that no officer has stays as it is. */
    public Uni<Dissuasion> release(String dissuasionId, Officer officer) {
        UUID id = checked(dissuasionId, officer, List.of());
        Instant now = clock.instant();
        return dissuasions
                .release(id, officer, now)
                .chain(released -> released.isPresent()
                        ? Uni.createFrom().item(released.get())
                        : named(id, now).invoke(entry -> {
                            if (entry.state() == State.CLOSED || entry.state() == State.CLAIMED) {
                                throw notClaimable(entry);
                            }
                        }));
    }

    /**
     * Closes an entry that the officer claimed; an expired claim counts until another officer takes the entry. A repeated call changes
     * nothing.
     *
     * @param outcome of the call; empty is refused
     */
    public Uni<Dissuasion> close(
            String dissuasionId, Officer officer, Optional<DissuasionOutcome> outcome, String note) {
        List<Violation> violations = new ArrayList<>();
        if (outcome.isEmpty()) {
            violations.add(new Violation(
                    "outcome",
                    "MISSING",
                    "value: none (expected: one of " + List.of(DissuasionOutcome.values()) + ")"));
        }
        violations.addAll(OfficerInput.noteViolations(note));
        UUID id = checked(dissuasionId, officer, violations);
        Closing closing = new Closing(outcome.orElseThrow(), note, clock.instant());
        return dissuasions
                .close(id, officer, closing)
                .chain(closed -> closed.isPresent()
                        ? Uni.createFrom().item(closed.get())
                        : named(id, closing.at()).invoke(entry -> requireSame(entry, officer, closing)));
    }

    private static void requireSame(Dissuasion entry, Officer officer, Closing requested) {
        boolean sameOfficer = entry.hold().map(Hold::officer).equals(Optional.of(officer));
        boolean same = entry.closing()
                .filter(closing -> closing.outcome() == requested.outcome()
                        && closing.note().equals(requested.note()))
                .isPresent();
        if (entry.state() == State.CLOSED && sameOfficer && same) {
            return;
        }
        throw entry.state() == State.CLOSED || entry.state() == State.CLAIMED
                ? notClaimable(entry)
                : new ServiceException.Refusal(
                        "NOT_CLAIMED", "entry " + entry.id() + " is not yours (expected: an entry that you claimed)");
    }

    /** Why an officer does not get an entry. */
    private static ServiceException.Refusal notClaimable(Dissuasion entry) {
        return switch (entry.state()) {
            case CLOSED ->
                new ServiceException.Refusal(
                        "ALREADY_CLOSED",
                        "entry " + entry.id() + " was closed "
                                + entry.closing()
                                        .map(closing -> "as " + closing.outcome() + " at " + closing.at())
                                        .orElseThrow()
                                + " (expected: an entry that is not closed)");
            case CLAIMED ->
                new ServiceException.Refusal(
                        "ALREADY_CLAIMED",
                        "entry " + entry.id() + " is with "
                                + entry.hold()
                                        .map(hold ->
                                                hold.officer() + " since " + hold.since() + " until " + hold.until())
                                        .orElseThrow()
                                + " (expected: an entry that nobody else has)");
            case WITHDRAWN ->
                new ServiceException.Refusal(
                        "WITHDRAWN",
                        "entry " + entry.id() + " is withdrawn, "
                                + entry.withdrawal().orElseThrow() + " (expected: an entry that waits for a call)");
            case OPEN ->
                new ServiceException.Refusal(
                        "ALREADY_CLAIMED",
                        "entry " + entry.id() + " was with another officer a moment ago (expected: ask again)");
        };
    }

    private Uni<Dissuasion> named(UUID id, Instant now) {
        return dissuasions
                .find(id, now)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("dissuasionId", id.toString())));
    }

    private static UUID checked(String dissuasionId, Officer officer, List<Violation> others) {
        List<Violation> violations = new ArrayList<>();
        Optional<UUID> id = id("dissuasionId", dissuasionId, violations);
        violations.addAll(OfficerInput.violations(officer));
        violations.addAll(others);
        OfficerInput.refuse(violations);
        return id.orElseThrow();
    }

    private static Optional<UUID> optionalId(String field, String text, List<Violation> violations) {
        return text.isEmpty() ? Optional.empty() : id(field, text, violations);
    }

    private static Optional<UUID> id(String field, String text, List<Violation> violations) {
        Optional<UUID> id = Ids.parse(text);
        if (id.isEmpty()) {
            violations.add(
                    new Violation(field, "NOT_A_UUID", "value: " + text.length() + " characters (expected: a UUID)"));
        }
        return id;
    }
}
