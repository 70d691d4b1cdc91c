package org.stoppayment.intake.domain.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Correction;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.TransferId;

/** Checks a supplement against its case. Corrections do not count towards the limit of transfers and protective stops. */
public final class SupplementRules {

    private SupplementRules() {}

    /** Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} with all violations. */
    public static void requireFit(CaseSupplement supplement, CaseView view) {
        Findings findings = new Findings();
        accountCount(supplement, view.summary(), findings);
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
                refuseCorrected(field, transferId, view.latest(transferId), findings);
            }
        }
        findings.warningsOrRefuse();
    }

    /** @param latest the transfer to correct instead; itself when the supplement has two corrections of it */
    private static void refuseCorrected(String field, TransferId transferId, TransferId latest, Findings findings) {
        String description =
                "value: " + transferId + " (expected: a transfer is corrected once; correct its correction";
        if (latest.equals(transferId)) {
            findings.refuse(field, "ALREADY_CORRECTED", description + ")");
        } else {
            findings.refuse(
                    field, "ALREADY_CORRECTED", description + " " + latest + ")", "correctInstead", latest.toString());
        }
    }

    /** Warnings about a supplement that only its case shows. */
    public static List<Violation> warnings(CaseSupplement supplement, CaseView view, String victimName) {
        Set<TransferId> corrected = supplement.corrections().stream()
                .map(correction -> TransferId.of(correction.transferId()))
                .collect(Collectors.toSet());
        Map<String, Transfer> sent = PartyRules.byField("transfers", supplement.transfers());
        for (int i = 0; i < supplement.corrections().size(); i++) {
            sent.put(
                    "corrections[" + i + "].corrected",
                    supplement.corrections().get(i).corrected());
        }
        Findings findings = new Findings();
        PartyRules.warn(
                victimName,
                sent,
                view.counting().stream()
                        .filter(transfer -> !corrected.contains(transfer.transferId()))
                        .map(IdentifiedTransfer::transfer)
                        .toList(),
                findings);
        return findings.warningsOrRefuse();
    }

    /** Transfers and protective stops have one bound; what adds none of them fits a full case. */
    private static void accountCount(CaseSupplement supplement, CaseSummary summary, Findings findings) {
        int transfers = summary.transferCount() + supplement.transfers().size();
        int stops = summary.protectiveStopCount() + supplement.protectiveStops().size();
        int added = supplement.transfers().size() + supplement.protectiveStops().size();
        if (added > 0 && transfers + stops > IntakeRules.MAX_TRANSFERS) {
            findings.refuse(
                    supplement.transfers().isEmpty() ? "protectiveStops" : "transfers",
                    "TOO_MANY",
                    "value: " + transfers + " transfers and " + stops
                            + " protective stops in the case (expected: at most " + IntakeRules.MAX_TRANSFERS
                            + " in all)");
        }
    }
}
