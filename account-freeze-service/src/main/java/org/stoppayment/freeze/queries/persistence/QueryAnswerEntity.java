package org.stoppayment.freeze.queries.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a query was answered. */
@Entity
@Table(name = "query_answer")
class QueryAnswerEntity {

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    String content;

    static QueryAnswerEntity of(UUID query, String content) {
        QueryAnswerEntity row = new QueryAnswerEntity();
        row.applicationId = query;
        row.content = content;
        return row;
    }
}
