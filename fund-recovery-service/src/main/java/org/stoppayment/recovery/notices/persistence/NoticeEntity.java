package org.stoppayment.recovery.notices.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.notices.domain.Notice;
import org.stoppayment.recovery.notices.domain.NoticePeriod;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A public notice. */
@Entity
@Immutable
@Table(name = "refund_notice")
class NoticeEntity {

    @Id
    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "plan_digest")
    String planDigest;

    String content;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "begins_at")
    Instant beginsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    static NoticeEntity of(Notice notice) {
        NoticeEntity row = new NoticeEntity();
        row.planId = notice.planId().value();
        row.planDigest = notice.planDigest();
        row.content = notice.text();
        row.publishedAt = notice.publishedAt();
        row.publishedBy = StoredPerson.text(notice.publishedBy());
        row.beginsAt = notice.period().beginsAt();
        row.endsAt = notice.period().endsAt();
        return row;
    }

    Notice notice() {
        return new Notice(
                new PlanId(planId),
                planDigest,
                content,
                publishedAt,
                StoredPerson.person(publishedBy),
                new NoticePeriod(beginsAt, endsAt));
    }
}
