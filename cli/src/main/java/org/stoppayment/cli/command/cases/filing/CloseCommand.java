package org.stoppayment.cli.command.cases.filing;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.CloseCaseResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a filed case. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = {
            "Closes a filed case (结案): it is CLOSED, and supplements are refused.",
            "Stops and freezes stay as they are. A case that is not filed is withdrawn instead. Asks first."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay case close CASE --reason 'convicted, judgment 12'")
public final class CloseCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Mixin
    private RequestIdOption requestId = new RequestIdOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    CloseCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        confirm.confirm(context(), console().text(FilingText.CLOSE_QUESTION, caseId));
        CloseCaseResponse answer = clients.intake()
                .closeCase(CloseCaseRequest.newBuilder()
                        .setRequestId(requestId.orNew(context()))
                        .setCaseId(caseId)
                        .setOperator(officer.operator())
                        .setReason(reason)
                        .build());
        return show(answer, () -> console()
                .print(console().text(answer.getReplayed() ? FilingText.CLOSED_ALREADY : FilingText.CLOSED, caseId)));
    }
}
