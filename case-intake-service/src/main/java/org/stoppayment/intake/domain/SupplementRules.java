package org.stoppayment.intake.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.TransferId;

/** Checks a supplement against its case. Corrections do not count towards the limit of transfers. */
public final class SupplementRules {

    private SupplementRules() {}

    /** Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} with all violations. */
    public static void requireFit(CaseSupplement supplement, CaseView view) {
        Findings findings = new Findings();
        transferCount(view.summary().transferCount() + supplement.transfers().size(), findings);
        Set<TransferId> known =
                view.transfers().stream().map(IdentifiedTransfer::transferId).collect(Collectors.toSet());
        Set<TransferId> corrected = view.transfers().stream()
                .flatMap(transfer -> transfer.corrects().stream())
                .collect(Collectors.toSet());
        List<Correction> corrections = supplement.corrections();
        for (int i = 0; i < corrections.size(); i++) {
            String field = "corrections[" + i + "].transferId";
            TransferId transferId = TransferId.of(corrections.get(i).transferId());
            if (!known.contains(transferId)) {
                findings.refuse(
                        field,
                        "NOT_IN_CASE",
                        "value: " + transferId + " (expected: the id of a transfer of this case)");
            } else if (!corrected.add(transferId)) {
                findings.refuse(
                        field,
                        "ALREADY_CORRECTED",
                        "value: " + transferId + " (expected: a transfer is corrected once; correct its correction)");
            }
        }
        findings.warningsOrRefuse();
    }

    private static void transferCount(int transfers, Findings findings) {
        if (transfers > IntakeRules.MAX_TRANSFERS) {
            findings.refuse(
                    "transfers",
                    "TOO_MANY",
                    "value: " + transfers + " in the case (expected: at most " + IntakeRules.MAX_TRANSFERS + ")");
        }
    }
}
