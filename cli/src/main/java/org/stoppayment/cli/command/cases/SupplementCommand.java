package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds to a case. */
@Command(
        name = "supplement",
        mixinStandardHelpOptions = true,
        description = {
            "Adds to a case what is learned during the call.",
            "Further transfers, corrections, contacts and protective stops. New payees get their stop orders at once.",
            "Sums are amountFen, digits only, or \"amount\": \"140,000.00\" in yuan; never both.",
            "institutionCode may be the name or the short name of a bank."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay supplement CASE more.json",
            "  echo '{\"corrections\":[{\"transferId\":\"…\",\"corrected\":{…}}]}' |",
            "      stoppay supplement CASE -"
        })
public final class SupplementCommand extends ServiceCommandBase {

    @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "JSON mapping of stoppayment.intake.v1.SupplementCaseRequest, or - for standard input.")
    private String file = ProtoFile.STANDARD_INPUT;

    SupplementCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        SupplementCaseRequest.Builder supplement =
                SubmissionFile.read(context(), clients, file, SupplementCaseRequest.newBuilder());
        supplement.setCaseId(caseId);
        if (supplement.getRequestId().isEmpty()) {
            supplement.setRequestId(newRequestId());
        }
        SupplementCaseResponse answer = clients.intake().supplementCase(supplement.build());
        WarningPrinter.print(console(), answer.getWarningsList());
        return show(answer, () -> {
            answer.getTransferIdsList().forEach(console()::print);
            console().progress(console().text(answer.getReplayed() ? CaseText.REPLAYED : CaseText.ACCEPTED));
        });
    }
}
