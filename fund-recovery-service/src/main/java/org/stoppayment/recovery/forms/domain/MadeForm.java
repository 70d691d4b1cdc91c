package org.stoppayment.recovery.forms.domain;

import java.util.UUID;
import org.stoppayment.kernel.ids.PlanId;

/**
 * A form that was made. When what it says changes, it is made again with the next version.
 *
 * @param planId the plan
 * @param name which of its forms
 * @param contentDigest SHA-256 of what it says
 * @param imprint who made it, and when
 * @param file its file
 */
public record MadeForm(PlanId planId, FormName name, String contentDigest, Imprint imprint, FormFile file) {

    /** Its id. */
    public UUID id() {
        return imprint.formId();
    }
}
