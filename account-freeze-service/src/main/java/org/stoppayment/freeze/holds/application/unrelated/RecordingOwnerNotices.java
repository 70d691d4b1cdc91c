package org.stoppayment.freeze.holds.application.unrelated;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.NamedFreezes;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.OwnerNotice;
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;

/** Notes that owners of unrelated funds were told (程序规定 Art. 247). */
@ApplicationScoped
public class RecordingOwnerNotices {

    private final NamedFreezes named;
    private final UnrelatedFunds findings;
    private final InstantSource clock;

    RecordingOwnerNotices(NamedFreezes named, UnrelatedFunds findings, InstantSource clock) {
        this.named = named;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * A notice, as given.
     *
     * @param freezeId of the freeze
     * @param notifiedAt when the owner was told
     * @param means how
     * @param reference of the letter or the call
     * @param officer who records it
     */
    public record Request(
            String freezeId,
            Optional<Instant> notifiedAt,
            Optional<OwnerNotice.Means> means,
            String reference,
            Officer officer) {}

    /** Makes a notice durable. A repeated request has the same result. */
    public Uni<UnrelatedFinding> record(Request request) {
        HoldInput input = new HoldInput()
                .reference(request.reference())
                .officer(request.officer())
                .past("notifiedAt", request.notifiedAt(), clock.instant());
        if (request.means().isEmpty()) {
            input.reject("means", "MISSING", "none", "LETTER, TELEPHONE, SMS or IN_PERSON");
        }
        input.refuse();
        OwnerNotice notice = new OwnerNotice(
                DatabaseTime.truncated(request.notifiedAt().orElseThrow()),
                request.means().orElseThrow(),
                request.reference(),
                request.officer());
        return named.find(request.freezeId())
                .chain(freeze -> findings.of(List.of(freeze.id()))
                        .map(known -> requireFinding(Optional.ofNullable(known.get(freeze.id())), freeze))
                        .invoke(finding -> requireAfter(finding, notice))
                        .chain(finding -> findings.notify(freeze.id(), notice)))
                .invoke(kept -> requireRepeated(kept, notice));
    }

    private static UnrelatedFinding requireFinding(Optional<UnrelatedFinding> found, Freeze freeze) {
        return found.orElseThrow(() -> new ServiceException.Refusal(
                "NOT_UNRELATED",
                "freeze " + freeze.id()
                        + " (expected: one whose funds were found to have nothing to do with the case)"));
    }

    private static void requireAfter(UnrelatedFinding finding, OwnerNotice notice) {
        if (notice.notifiedAt().isBefore(finding.foundAt())) {
            throw new ServiceException.Refusal(
                    "NOTICE_BEFORE_FINDING",
                    "notifiedAt: " + notice.notifiedAt() + " (expected: not before the finding, " + finding.foundAt()
                            + ")");
        }
    }

    private static void requireRepeated(UnrelatedFinding kept, OwnerNotice notice) {
        if (kept.notice().filter(notice::equals).isEmpty()) {
            throw new ServiceException.Refusal(
                    "NOTICE_RECORDED",
                    "freeze " + kept.freezeId() + ": the owner was told at "
                            + kept.notice().map(OwnerNotice::notifiedAt).orElseThrow()
                            + " (expected: no notice, or the same one)");
        }
    }
}
