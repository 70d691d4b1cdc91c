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
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;

/** Notes that the funds of a freeze have nothing to do with its case; from then on three days run (程序规定 Art. 247). */
@ApplicationScoped
public class ReportingUnrelatedFunds {

    private final NamedFreezes named;
    private final UnrelatedFunds findings;
    private final HoldRules rules;
    private final InstantSource clock;

    ReportingUnrelatedFunds(NamedFreezes named, UnrelatedFunds findings, HoldRules rules, InstantSource clock) {
        this.named = named;
        this.findings = findings;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Makes a finding durable. A repeated request has the same result.
     *
     * @param foundAt when that was found; empty when it was not given
     */
    public Uni<UnrelatedFinding> report(String freezeId, Optional<Instant> foundAt, String reason, Officer officer) {
        new HoldInput()
                .reason(reason, true)
                .officer(officer)
                .past("foundAt", foundAt, clock.instant())
                .refuse();
        Instant found = DatabaseTime.truncated(foundAt.orElseThrow());
        return named.find(freezeId).chain(freeze -> {
            UnrelatedFinding finding = UnrelatedFinding.of(freeze, found, reason, officer, rules.unrelatedFunds());
            return findings.of(List.of(freeze.id()))
                    .map(known -> Optional.ofNullable(known.get(freeze.id())))
                    .chain(earlier -> earlier.isPresent()
                            ? Uni.createFrom().item(earlier.get())
                            : insert(requireInEffect(freeze), finding))
                    .invoke(kept -> requireRepeated(kept, finding));
        });
    }

    /** The clock starts now, unless a finding has started it before. */
    public Uni<UnrelatedFinding> start(Freeze freeze, String reason, Officer officer) {
        return insert(
                freeze,
                UnrelatedFinding.of(
                        freeze, DatabaseTime.truncated(clock.instant()), reason, officer, rules.unrelatedFunds()));
    }

    private Uni<UnrelatedFinding> insert(Freeze freeze, UnrelatedFinding finding) {
        Instant now = clock.instant();
        return findings.insert(
                finding, finding.nextWarning(rules.deadlineWarning(), now).orElse(now));
    }

    private static Freeze requireInEffect(Freeze freeze) {
        if (!freeze.state().holdsMoney()) {
            throw new ServiceException.Refusal(
                    "NOT_IN_EFFECT",
                    "freeze " + freeze.id() + ": " + freeze.state() + " (expected: IN_EFFECT or PARTIAL)");
        }
        return freeze;
    }

    private static void requireRepeated(UnrelatedFinding kept, UnrelatedFinding finding) {
        if (!kept.isRepeatedBy(finding)) {
            throw new ServiceException.Refusal(
                    "FINDING_RECORDED",
                    "freeze " + kept.freezeId() + ": found at " + kept.foundAt()
                            + " (expected: no finding, or the same one)");
        }
    }
}
