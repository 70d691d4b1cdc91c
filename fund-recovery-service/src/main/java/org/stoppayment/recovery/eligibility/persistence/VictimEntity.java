package org.stoppayment.recovery.eligibility.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.Officer;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** What officers established about the victim of a case. */
@Entity
@Table(name = "victim")
class VictimEntity {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Nullable
    @Column(name = "identity_document_digest")
    String identityDocumentDigest;

    @Nullable
    @Column(name = "identity_verified_at")
    Instant identityVerifiedAt;

    @Nullable
    @Column(name = "identity_verified_by")
    String identityVerifiedBy;

    @Nullable
    @Column(name = "loss_fen")
    Long lossFen;

    @Nullable
    @Column(name = "restored_elsewhere_fen")
    Long restoredElsewhereFen;

    @Nullable
    @Column(name = "loss_evidence_digest")
    String lossEvidenceDigest;

    @Nullable
    @Column(name = "loss_proven_at")
    Instant lossProvenAt;

    @Nullable
    @Column(name = "loss_proven_by")
    String lossProvenBy;

    @Nullable
    @Column(name = "agent_name")
    String agentName;

    @Nullable
    @Column(name = "agent_authority_digest")
    String agentAuthorityDigest;

    @Nullable
    @Column(name = "agent_appointed_at")
    Instant agentAppointedAt;

    @Nullable
    @Column(name = "agent_appointed_by")
    String agentAppointedBy;

    @Nullable
    @Column(name = "refund_account")
    String refundAccount;

    @Nullable
    @Column(name = "plans_due_at")
    Instant plansDueAt;

    @Version
    int version;

    static VictimEntity of(UUID caseId) {
        VictimEntity row = new VictimEntity();
        row.caseId = caseId;
        return row;
    }

    void verify(Victim.Identity identity, Officer officer) {
        identityDocumentDigest = identity.documentDigest();
        identityVerifiedAt = identity.verifiedAt();
        identityVerifiedBy = StoredPerson.text(officer);
    }

    void prove(Victim.ProvenLoss loss, String evidenceDigest, Officer officer, Instant at) {
        lossFen = loss.fen();
        restoredElsewhereFen = loss.restoredElsewhereFen();
        lossEvidenceDigest = evidenceDigest;
        lossProvenAt = at;
        lossProvenBy = StoredPerson.text(officer);
    }

    void appoint(Optional<Victim.Agent> agent, Officer officer, Instant at) {
        agentName = agent.map(Victim.Agent::name).orElse(null);
        agentAuthorityDigest = agent.flatMap(Victim.Agent::authorityDigest).orElse(null);
        agentAppointedAt = at;
        agentAppointedBy = StoredPerson.text(officer);
    }

    Optional<Victim.Identity> identity() {
        return Optional.ofNullable(identityDocumentDigest)
                .map(digest -> new Victim.Identity(
                        digest, Optional.ofNullable(identityVerifiedAt).orElseThrow()));
    }

    Optional<Victim.ProvenLoss> loss() {
        return Optional.ofNullable(lossFen)
                .map(fen -> new Victim.ProvenLoss(
                        fen, Optional.ofNullable(restoredElsewhereFen).orElseThrow()));
    }

    Optional<Victim.Agent> agent() {
        return Optional.ofNullable(agentName)
                .map(name -> new Victim.Agent(name, Optional.ofNullable(agentAuthorityDigest)));
    }
}
