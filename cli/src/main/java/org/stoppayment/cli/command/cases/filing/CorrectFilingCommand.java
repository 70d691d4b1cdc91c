package org.stoppayment.cli.command.cases.filing;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.intake.v1.CorrectFilingRequest;
import org.stoppayment.proto.intake.v1.CorrectFilingResponse;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects the filing of a case. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Corrects the filing of a case.",
            "What is given changes, the rest stays. What was said before stays on record; see: stoppay get CASE",
            "Shows before and after, and asks first. To correct a transfer: stoppay correct --help"
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay case correct CASE --number '2026-8' --reason 'misread'")
public final class CorrectFilingCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Mixin
    private FilingFields fields = new FilingFields();

    @Option(
            names = "--revision",
            paramLabel = "N",
            defaultValue = "0",
            description = "Revision that an earlier try corrected; without it, the last one.")
    private int revision;

    @Mixin
    private RequestIdOption requestId = new RequestIdOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    CorrectFilingCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        fields.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        Filing before = corrected(clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build())
                .getCase()
                .getFilingsList());
        FilingFacts after = fields.applyTo(before.getFacts(), context());
        if (after.equals(before.getFacts())) {
            throw CliException.usage(FilingText.NOTHING_CHANGED);
        }
        console().progress(console().text(FilingText.READS, before.getRevision()));
        console().progress(FilingLines.facts(console(), before.getFacts()));
        console().progress(console().text(FilingText.WOULD_READ));
        console().progress(FilingLines.facts(console(), after));
        confirm.confirm(context(), console().text(FilingText.CORRECT_QUESTION, caseId));
        CorrectFilingResponse answer = clients.intake()
                .correctFiling(CorrectFilingRequest.newBuilder()
                        .setRequestId(requestId.orNew(context()))
                        .setCaseId(caseId)
                        .setOperator(officer.operator())
                        .setCorrectsRevision(before.getRevision())
                        .setFacts(after)
                        .setReason(reason)
                        .build());
        return show(answer, () -> console()
                .print(console()
                        .text(
                                answer.getReplayed() ? FilingText.CORRECTED_ALREADY : FilingText.CORRECTED,
                                answer.getRevision(),
                                caseId)));
    }

    /** The revision that is corrected: the one that is named, else the last. */
    private Filing corrected(List<Filing> filings) {
        if (filings.isEmpty()) {
            throw CliException.refused(FilingText.NOT_FILED, caseId);
        }
        return filings.stream()
                .filter(filing -> revision == 0 || filing.getRevision() == revision)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> CliException.usage(FilingText.NO_SUCH_REVISION, revision, filings.size()));
    }
}
