package org.stoppayment.cli.cases;

import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/**
 * Finds the case of a report that was sent before. The service says only in its answer that a report is a replay, but a run
 * loads the world first, and must not do that for a replay.
 */
final class CaseLookup {

    private static final int PAGE_SIZE = 200;
    private static final int MAX_PAGES = 50;

    private final ServiceClients clients;

    CaseLookup(ServiceClients clients) {
        this.clients = clients;
    }

    /** The id of the case with the report's request id. */
    Optional<String> caseOf(ReportFraudRequest report) {
        String token = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            ListCasesResponse cases = clients.intake()
                    .listCases(ListCasesRequest.newBuilder()
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build());
            Optional<String> found = findIn(cases.getCasesList(), report);
            if (found.isPresent() || cases.getNextPageToken().isEmpty()) {
                return found;
            }
            token = cases.getNextPageToken();
        }
        return Optional.empty();
    }

    private Optional<String> findIn(List<CaseSummary> cases, ReportFraudRequest report) {
        return cases.stream()
                .filter(summary -> summaryMatches(summary, report))
                .map(CaseSummary::getCaseId)
                .filter(caseId -> hasRequestIdOf(caseId, report))
                .findFirst();
    }

    /** Compares the summary first, so that few whole cases are fetched. */
    private static boolean summaryMatches(CaseSummary summary, ReportFraudRequest report) {
        return summary.getChannelValue() == report.getChannelValue()
                && summary.getFraudTypeValue() == report.getFraudTypeValue()
                && summary.getTransferCount() >= report.getTransfersCount();
    }

    private boolean hasRequestIdOf(String caseId, ReportFraudRequest report) {
        GetCaseResponse found = clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        return found.getCase().getReport().getRequestId().equalsIgnoreCase(report.getRequestId());
    }
}
