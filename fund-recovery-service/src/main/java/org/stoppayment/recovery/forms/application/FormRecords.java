package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.MadeForm;

/** Port: forms that were made. */
public interface FormRecords {

    /** The latest version of a form. */
    Uni<Optional<MadeForm>> latest(PlanId planId, FormName name);

    /** The latest version of a form that says something. {@code contentDigest}: SHA-256 of what it says. */
    Uni<Optional<MadeForm>> saying(PlanId planId, FormName name, String contentDigest);

    /** All that was made for a plan, the latest version of each form first. */
    Uni<List<MadeForm>> ofPlan(PlanId planId);

    /** Stores a version; false, and nothing stored, when the form has that version already. */
    Uni<Boolean> add(MadeForm form);
}
