package org.stoppayment.freeze.objections.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.objections.domain.LaterStatement;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.kernel.ids.ObjectionId;

/** What was added to an objection later. */
@Entity
@Table(name = "objection_statement")
class LaterStatementEntity {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "objection_id")
    UUID objectionId;

    String statement;

    @Nullable
    @Column(name = "evidence_digest")
    String evidenceDigest;

    @Column(name = "taken_by")
    String takenBy;

    @Column(name = "added_at")
    Instant addedAt;

    static LaterStatementEntity of(LaterStatement statement) {
        LaterStatementEntity row = new LaterStatementEntity();
        row.requestId = statement.requestId();
        row.objectionId = statement.objection().value();
        row.statement = statement.statement();
        row.evidenceDigest = statement.evidenceDigest().orElse(null);
        row.takenBy = StoredPerson.text(statement.takenBy());
        row.addedAt = statement.addedAt();
        return row;
    }

    LaterStatement statement() {
        return new LaterStatement(
                requestId,
                new ObjectionId(objectionId),
                statement,
                Optional.ofNullable(evidenceDigest),
                StoredPerson.person(takenBy),
                addedAt);
    }
}
