package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sends a report. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a 110 report; the stop orders are on their way when it returns.",
            "The same request id sent again gets the first answer, so repeating after a time-out is safe.",
            "Sums are amountFen, digits only, or \"amount\": \"140,000.00\" in yuan; never both.",
            "institutionCode may be the name or the short name of a bank.",
            "A name that is not known is sent as typed, with a warning."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay report case.report.json",
            "  stoppay report -o json case.report.json | jq -r .caseId",
            "  generate-report | stoppay report -"
        })
public final class ReportCommand extends ServiceCommandBase {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The report: JSON mapping of stoppayment.intake.v1.ReportFraudRequest, or - for standard input.")
    private String file = ProtoFile.STANDARD_INPUT;

    ReportCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ReportFraudRequest.Builder report =
                SubmissionFile.read(context(), clients, file, ReportFraudRequest.newBuilder());
        if (report.getRequestId().isEmpty()) {
            report.setRequestId(newRequestId());
        }
        ReportFraudResponse answer = clients.intake().reportFraud(report.build());
        WarningPrinter.print(console(), answer.getWarningsList());
        return show(answer, () -> {
            console().print(answer.getCaseId());
            console()
                    .progress(console()
                            .text(CaseText.FOLLOW, console().text(outcome(clients, answer)), answer.getCaseId()));
        });
    }

    private static CaseText outcome(ServiceClients clients, ReportFraudResponse answer) {
        if (answer.getReplayed()) {
            return CaseText.REPLAYED;
        }
        return FreezeWait.of(clients, answer.getCaseId()) ? CaseText.WAITS_FOR_FREEZE : CaseText.ACCEPTED;
    }
}
