package org.stoppayment.freeze.objections.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.objections.domain.HoldKind;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionContent;
import org.stoppayment.freeze.objections.domain.ObjectionGrounds;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.objections.domain.Objector;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;

/** An objection. */
@Entity
@Table(name = "objection")
class ObjectionEntity {

    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "institution_code")
    String institutionCode;

    @Column(name = "account_number")
    String accountNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "hold_kind")
    HoldKind holdKind;

    @Column(name = "hold_application_id")
    UUID holdApplicationId;

    @Column(name = "objector_name")
    String objectorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "objector_relation")
    Objector.Relation objectorRelation;

    @Column(name = "objector_phone")
    String objectorPhone;

    @Enumerated(EnumType.STRING)
    ObjectionGrounds grounds;

    String statement;

    @Nullable
    @Column(name = "evidence_digest")
    String evidenceDigest;

    @Column(name = "owner_organisation")
    String ownerOrganisation;

    String owner;

    @Column(name = "taken_by")
    String takenBy;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    ObjectionState state;

    @Nullable
    @Embedded
    StoredObjectionDecision decision;

    @Nullable
    @Column(name = "release_application_id")
    UUID releaseApplicationId;

    @Column(name = "release_failure")
    String releaseFailure;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "check_at")
    Instant checkAt;

    @Version
    int version;

    static ObjectionEntity of(Objection objection) {
        ObjectionContent content = objection.content();
        ObjectionEntity row = new ObjectionEntity();
        row.objectionId = objection.id().value();
        row.requestId = objection.requestId();
        row.caseId = objection.caseId().value();
        row.institutionCode = content.account().institutionCode();
        row.accountNumber = content.account().number();
        row.holdKind = objection.held().kind();
        row.holdApplicationId = objection.held().applicationId().value();
        row.objectorName = content.objector().name();
        row.objectorRelation = content.objector().relation();
        row.objectorPhone = content.objector().phone();
        row.grounds = content.grounds();
        row.statement = content.statement();
        row.evidenceDigest = content.evidenceDigest().orElse(null);
        row.takenBy = StoredPerson.text(content.takenBy());
        row.openedAt = objection.openedAt();
        row.dueAt = objection.dueAt();
        row.write(objection);
        return row;
    }

    /** Writes what can change of an objection. */
    void write(Objection objection) {
        ownerOrganisation = objection.owner().organisation();
        owner = StoredPerson.text(objection.owner());
        state = objection.state();
        decision = objection.decision().map(StoredObjectionDecision::of).orElse(null);
        releaseApplicationId =
                objection.release().order().map(ApplicationId::value).orElse(null);
        releaseFailure = objection.release().failure();
        closedAt = objection.closedAt().orElse(null);
    }

    Objection objection() {
        return new Objection(
                new ObjectionId(objectionId),
                requestId,
                new CaseId(caseId),
                content(),
                new Objection.Held(holdKind, new ApplicationId(holdApplicationId)),
                StoredPerson.person(owner),
                openedAt,
                dueAt,
                state,
                Optional.ofNullable(decision).map(StoredObjectionDecision::decision),
                new Objection.Release(
                        Optional.ofNullable(releaseApplicationId).map(ApplicationId::new), releaseFailure),
                Optional.ofNullable(closedAt));
    }

    private ObjectionContent content() {
        return new ObjectionContent(
                new AccountRef.Key(institutionCode, accountNumber),
                new Objector(objectorName, objectorRelation, objectorPhone),
                grounds,
                statement,
                Optional.ofNullable(evidenceDigest),
                StoredPerson.person(takenBy));
    }
}
