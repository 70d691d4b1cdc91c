package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.DisputeId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.eligibility.domain.Victim;

/** Notes what officers establish about victims. Each fails when input is wrong or nothing was told of the case. */
@ApplicationScoped
public class EstablishingVictims {

    private static final int MAX_NAME = 100;
    private static final String OPERATOR = "operator";

    private final Victims victims;
    private final ViewingVictims viewing;
    private final InstantSource clock;

    EstablishingVictims(Victims victims, ViewingVictims viewing, InstantSource clock) {
        this.victims = victims;
        this.viewing = viewing;
        this.clock = clock;
    }

    /** The identity is verified by a document, of which {@code documentDigest} is the SHA-256. */
    public Uni<Victim> verifyIdentity(String caseId, String documentDigest, Officer officer) {
        new OfficerChecks()
                .id("caseId", caseId)
                .digest("documentDigest", documentDigest)
                .officer(OPERATOR, officer)
                .refuse();
        return change(
                caseId, id -> victims.verify(id, new Victim.Identity(lower(documentDigest), clock.instant()), officer));
    }

    /** The loss is proven; sums in fen. */
    public Uni<Victim> proveLoss(
            String caseId, long lossFen, long restoredElsewhereFen, String evidenceDigest, Officer officer) {
        new OfficerChecks()
                .id("caseId", caseId)
                .sum("lossFen", lossFen)
                .sum("restoredElsewhereFen", restoredElsewhereFen)
                .digest("evidenceDigest", evidenceDigest)
                .officer(OPERATOR, officer)
                .refuse();
        return change(
                caseId,
                id -> victims.prove(
                        id,
                        new Victim.ProvenLoss(lossFen, restoredElsewhereFen),
                        lower(evidenceDigest),
                        officer,
                        clock.instant()));
    }

    /** Somebody acts for the victim; nobody any more when {@code agent} is empty. */
    public Uni<Victim> appointAgent(String caseId, Optional<Victim.Agent> agent, Officer officer) {
        OfficerChecks checks = new OfficerChecks().id("caseId", caseId).officer(OPERATOR, officer);
        agent.ifPresent(named -> {
            checks.text("agent.name", named.name(), MAX_NAME);
            named.authorityDigest().ifPresent(digest -> checks.digest("agent.authorityDigest", digest));
        });
        checks.refuse();
        return change(
                caseId,
                id -> victims.appoint(
                        id,
                        agent.map(named -> new Victim.Agent(
                                named.name(), named.authorityDigest().map(EstablishingVictims::lower))),
                        officer,
                        clock.instant()));
    }

    /** Somebody disputes whose money it is. */
    public Uni<Victim> openDispute(String disputeId, String caseId, String reason, Officer officer) {
        new OfficerChecks()
                .id("disputeId", disputeId)
                .id("caseId", caseId)
                .reason(reason)
                .officer(OPERATOR, officer)
                .refuse();
        return change(
                caseId,
                id -> victims.open(id, new Victim.Dispute(DisputeId.of(disputeId), reason, clock.instant()), officer));
    }

    /** A dispute has ended. */
    public Uni<Victim> closeDispute(String disputeId, String reason, Officer officer) {
        new OfficerChecks()
                .id("disputeId", disputeId)
                .reason(reason)
                .officer(OPERATOR, officer)
                .refuse();
        return victims.close(DisputeId.of(disputeId), reason, officer, clock.instant())
                .chain(viewing::view);
    }

    private Uni<Victim> change(String caseId, Function<CaseId, Uni<Void>> change) {
        CaseId id = new CaseId(Ids.parseField("caseId", caseId));
        return viewing.view(id).chain(() -> change.apply(id)).chain(() -> viewing.view(id));
    }

    private static String lower(String digest) {
        return digest.toLowerCase(Locale.ROOT);
    }
}
