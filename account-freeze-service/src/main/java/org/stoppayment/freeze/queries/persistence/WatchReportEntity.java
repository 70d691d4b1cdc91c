package org.stoppayment.freeze.queries.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.queries.application.Queries.StoredReport;
import org.stoppayment.freeze.queries.domain.QueryAnswer.Report;
import org.stoppayment.kernel.ids.ApplicationId;

/** A report of a watch. */
@Entity
@Table(name = "watch_report")
@IdClass(WatchReportEntity.Key.class)
class WatchReportEntity {

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    @Column(name = "report_key")
    String reportKey;

    @Nullable
    Long sequence;

    String content;

    @Column(name = "received_at")
    Instant receivedAt;

    boolean applied;

    static WatchReportEntity of(ApplicationId watch, Report report, Instant at) {
        WatchReportEntity row = new WatchReportEntity();
        row.applicationId = watch.value();
        row.reportKey = report.key();
        row.sequence = report.sequence().orElse(null);
        row.content = report.content();
        row.receivedAt = at;
        row.applied = !report.namesAccount();
        return row;
    }

    StoredReport report() {
        return new StoredReport(reportKey, content);
    }

    /** The watch, and the key of the report within it. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        UUID applicationId;

        String reportKey;

        Key() {}

        Key(UUID applicationId, String reportKey) {
            this.applicationId = applicationId;
            this.reportKey = reportKey;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.applicationId.equals(applicationId)
                    && key.reportKey.equals(reportKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(applicationId, reportKey);
        }
    }
}
