package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.forms.domain.FormFacts.Filing;
import org.stoppayment.recovery.forms.domain.FormFacts.Holder;
import org.stoppayment.recovery.forms.domain.FormFacts.ReportedTransfer;

/** Read port: filings of cases, what their victims reported, and who holds frozen accounts. */
public interface PlanFilings {

    /** The filings of those of the cases that are filed. */
    Uni<Map<CaseId, Filing>> of(Collection<CaseId> caseIds);

    /** The holders of accounts, by the ids of their freezes. */
    Uni<Map<UUID, Holder>> holders(Collection<UUID> freezeIds);

    /** The transfers that the victims of cases reported and that count, by the time that they told. */
    Uni<Map<CaseId, List<ReportedTransfer>>> transfers(Collection<CaseId> caseIds);
}
