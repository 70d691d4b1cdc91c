package org.stoppayment.cli.command.cases.filing;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FileCaseResponse;
import org.stoppayment.proto.intake.v1.FilingFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Files a case. */
@Command(
        name = "file",
        mixinStandardHelpOptions = true,
        description = {
            "Files a case (立案): it is FILED.",
            "Nothing is frozen for a case that is not filed.",
            "The number, the moment and the document are required. Shows the filing, and asks first.",
            "A filing that is wrong is corrected; see: stoppay case correct --help"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  export STOPPAY_ORGANISATION='Shanghai police' STOPPAY_BADGE=100234",
            "  stoppay case file CASE --number '2026-7' --at 2026-03-01T10:05 \\",
            "      --document decision.pdf",
            "  stoppay case file CASE --number '2026-7' --at 2026-03-01T10:05 \\",
            "      --digest \"$(sha256sum < decision.pdf | cut -c1-64)\" --yes"
        })
public final class FileCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Mixin
    private FilingFields fields = new FilingFields();

    @Mixin
    private RequestIdOption requestId = new RequestIdOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    FileCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        fields.check();
        fields.requireAll();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        FilingFacts facts = fields.applyTo(
                FilingFacts.newBuilder()
                        .setOrganisation(officer.operator().getOrganisation())
                        .build(),
                context());
        console().progress(console().text(FilingText.WOULD_BE_FILED));
        console().progress(FilingLines.facts(console(), facts));
        confirm.confirm(context(), console().text(FilingText.FILE_QUESTION, caseId));
        FileCaseResponse answer = clients.intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(requestId.orNew(context()))
                        .setCaseId(caseId)
                        .setOperator(officer.operator())
                        .setFacts(facts)
                        .build());
        return show(answer, () -> console()
                .print(console().text(answer.getReplayed() ? FilingText.FILED_ALREADY : FilingText.FILED, caseId)));
    }
}
