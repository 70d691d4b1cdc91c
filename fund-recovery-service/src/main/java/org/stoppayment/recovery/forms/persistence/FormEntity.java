package org.stoppayment.recovery.forms.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.forms.domain.FormFile;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;
import org.stoppayment.recovery.forms.domain.MadeForm;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A version of a form. Written once. */
@Entity
@Immutable
@Table(name = "refund_form")
class FormEntity {

    @Id
    @Column(name = "form_id")
    UUID formId;

    @Column(name = "plan_id")
    UUID planId;

    @Enumerated(EnumType.STRING)
    FormKind kind;

    @Nullable
    @Column(name = "case_id")
    UUID caseId;

    @Nullable
    @Column(name = "institution_code")
    String institutionCode;

    int version;

    @Column(name = "content_digest")
    String contentDigest;

    @Column(name = "file_digest")
    String fileDigest;

    @Column(name = "size_bytes")
    long sizeBytes;

    int pages;

    @Column(name = "missing_characters")
    int missingCharacters;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;

    static FormEntity of(MadeForm form) {
        FormEntity row = new FormEntity();
        row.formId = form.id();
        row.planId = form.planId().value();
        row.kind = form.name().kind();
        row.caseId = form.name().caseId().map(CaseId::value).orElse(null);
        row.institutionCode = form.name().institutionCode().orElse(null);
        row.version = form.imprint().version();
        row.contentDigest = form.contentDigest();
        row.fileDigest = form.file().digest();
        row.sizeBytes = form.file().sizeBytes();
        row.pages = form.file().pages();
        row.missingCharacters = form.file().missingCharacters();
        row.madeAt = form.imprint().madeAt();
        row.madeBy = StoredPerson.text(form.imprint().madeBy());
        return row;
    }

    MadeForm form() {
        return new MadeForm(
                new PlanId(planId),
                new FormName(kind, Optional.ofNullable(caseId).map(CaseId::new), Optional.ofNullable(institutionCode)),
                contentDigest,
                new Imprint(formId, version, StoredPerson.person(madeBy), madeAt),
                new FormFile(fileDigest, sizeBytes, pages, missingCharacters));
    }
}
