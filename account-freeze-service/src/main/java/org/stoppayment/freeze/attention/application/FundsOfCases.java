package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.freeze.attention.domain.CaseFunds;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: the money of cases. */
public interface FundsOfCases {

    /** The money of these cases, in no order; cases that have not arrived are left out. */
    Uni<List<CaseFunds>> of(List<CaseId> caseIds);
}
