package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.ledger.application.Entries.Stored;
import org.stoppayment.recovery.ledger.domain.BookedEntry;
import org.stoppayment.recovery.ledger.domain.BookedEntry.Reversal;
import org.stoppayment.recovery.ledger.domain.Correction;
import org.stoppayment.recovery.ledger.domain.Correction.Target;

/** Corrects the books by reversing entries. An entry is reversed once, and a reversing entry is not reversed. */
@ApplicationScoped
public class ReversingEntries {

    private static final int MAX_ATTEMPTS = 3;

    private final Entries entries;
    private final Corrections corrections;
    private final Ids ids;
    private final InstantSource clock;

    ReversingEntries(Entries entries, Corrections corrections, Ids ids, InstantSource clock) {
        this.entries = entries;
        this.corrections = corrections;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reverses an entry or an event of a case; the same request again has no further effect. Fails with {@link ServiceException.NotFound}
     * when the case has no such entry or event.
     *
     * @param kind of the target; empty when none was given
     */
    public Uni<Stored> reverse(
            String requestId,
            String caseId,
            Optional<Target.Kind> kind,
            String targetId,
            String reason,
            Officer officer) {
        OfficerChecks checks = new OfficerChecks()
                .id("requestId", requestId)
                .id("caseId", caseId)
                .reason(reason)
                .officer("operator", officer);
        if (kind.isEmpty()) {
            checks.reject("target", "MISSING", "none", "an entry or an event");
        } else {
            checks.id(kind.get() == Target.Kind.ENTRY ? "entryId" : "eventId", targetId);
        }
        checks.refuse();
        return reverse(
                new Correction(
                        Ids.parseField("requestId", requestId),
                        new CaseId(Ids.parseField("caseId", caseId)),
                        new Target(kind.orElseThrow(), Ids.parseField("target", targetId)),
                        reason,
                        officer,
                        clock.instant()),
                MAX_ATTEMPTS);
    }

    private Uni<Stored> reverse(Correction wanted, int attempts) {
        return entries.correction(wanted.id())
                .chain(known -> known.map(stored -> Uni.createFrom().item(requireSame(stored, wanted)))
                        .orElseGet(() -> book(wanted, attempts)
                                .onFailure(ServiceException.Refusal.class)
                                .recoverWithUni(refused -> requireUnknown(wanted, refused))));
    }

    /** The same request, sent twice at once, may be what has reversed the entries meanwhile. */
    private Uni<Stored> requireUnknown(Correction wanted, Throwable refused) {
        return entries.correction(wanted.id())
                .chain(known -> known.map(stored -> Uni.createFrom().item(requireSame(stored, wanted)))
                        .orElseGet(() -> Uni.createFrom().failure(refused)));
    }

    private Uni<Stored> book(Correction wanted, int attempts) {
        return entries.targetsOf(wanted.caseId(), wanted.target()).chain(targets -> {
            List<Reversal> reversals = reversals(wanted, targets);
            return corrections
                    .book(wanted, reversals)
                    .chain(isBooked -> isBooked
                            ? Uni.createFrom().item(new Stored(wanted, reversals.size()))
                            : attempts > 1
                                    // What was first is there now: the same request, or a reversed entry.
                                    ? reverse(wanted, attempts - 1)
                                    : Uni.createFrom().failure(() -> idOfAnEvent(wanted)));
        });
    }

    /** The reversing entries have the id of the request as their event: no other event may have it. */
    private static ServiceException.Refusal idOfAnEvent(Correction wanted) {
        return new ServiceException.Refusal(
                "REQUEST_ID_REUSED", "requestId: " + wanted.id() + " (expected: an id that no event has)");
    }

    private List<Reversal> reversals(Correction wanted, List<BookedEntry> targets) {
        if (targets.isEmpty()) {
            throw new ServiceException.NotFound(
                    wanted.target().kind() == Target.Kind.ENTRY ? "entryId" : "eventId",
                    wanted.target().id().toString());
        }
        targets.forEach(ReversingEntries::requireReversible);
        return IntStream.range(0, targets.size())
                .mapToObj(i -> targets.get(i).reversal(ids.next(), wanted, i))
                .toList();
    }

    private static void requireReversible(BookedEntry target) {
        UUID id = target.entry().entryId();
        if (target.reverses().isPresent()) {
            throw new ServiceException.Refusal(
                    "ENTRY_IS_REVERSAL", "entryId: " + id + " (expected: an entry that reverses no other)");
        }
        if (target.reversedBy().isPresent()) {
            throw new ServiceException.Refusal(
                    "ALREADY_REVERSED", "entryId: " + id + " (expected: an entry that is not reversed)");
        }
    }

    private static Stored requireSame(Stored stored, Correction wanted) {
        if (!stored.correction().isSame(wanted)) {
            throw new ServiceException.Refusal(
                    "REQUEST_ID_REUSED", "requestId: " + wanted.id() + " (expected: an id without another correction)");
        }
        return stored;
    }
}
