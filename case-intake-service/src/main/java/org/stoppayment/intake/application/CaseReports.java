package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.intake.domain.CaseReport;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: the reports that opened cases. */
public interface CaseReports {

    /** The reports of these cases, in no order; cases that do not exist are left out. */
    Uni<List<CaseReport>> reports(List<CaseId> caseIds);
}
