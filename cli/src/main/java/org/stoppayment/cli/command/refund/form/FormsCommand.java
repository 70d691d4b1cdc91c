package org.stoppayment.cli.command.refund.form;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the forms of a plan. */
@Command(
        name = "forms",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the forms of a plan (返还文书).",
            "Which can be made now and why others cannot, and what was made.",
            "When what a form says changes, it gets another version; earlier ones stay listed with their digests."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund forms PLAN")
public final class FormsCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    FormsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListRefundFormsResponse answer = clients.forms()
                .listRefundForms(
                        ListRefundFormsRequest.newBuilder().setPlanId(planId).build());
        return show(answer, () -> {
            new FormView(console()).print((ListRefundFormsResponse) output().visible(answer));
            console().progress(console().text(FormText.EXPORT_WITH, planId));
        });
    }
}
