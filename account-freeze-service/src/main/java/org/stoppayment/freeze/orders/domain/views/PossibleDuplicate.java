package org.stoppayment.freeze.orders.domain.views;

import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/**
 * A transfer of a case that another case seems to report as well.
 *
 * @param transferId of the case's transfer
 * @param otherTransferId of the other case's transfer
 * @param otherCaseId the other case
 */
public record PossibleDuplicate(TransferId transferId, TransferId otherTransferId, CaseId otherCaseId) {}
