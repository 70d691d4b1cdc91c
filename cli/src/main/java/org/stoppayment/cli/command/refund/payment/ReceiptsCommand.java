package org.stoppayment.cli.command.refund.payment;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists payments, with what institutions told of them. */
@Command(
        name = "receipts",
        mixinStandardHelpOptions = true,
        description = {
            "Lists payments with their receipts (回执), the latest first.",
            "Where each stands, what was paid and came back, and by when the institution is to have paid."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund receipts PLAN",
            "  stoppay refund receipts --attention      what a person must look at"
        })
public final class ReceiptsCommand extends ServiceCommandBase {

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN",
            defaultValue = "",
            description = "Id of a plan: only its payments.")
    private String planId = "";

    @Option(
            names = "--case",
            paramLabel = "CASE",
            defaultValue = "",
            description = "Only payments to the victim of this case.")
    private String caseId = "";

    @Option(names = "--attention", description = "Only payments that need a person, or are odd.")
    private boolean attention;

    @Mixin
    private PageOption page = new PageOption();

    ReceiptsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListRefundPaymentsResponse answer = clients.payments()
                .listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                        .setPlanId(planId)
                        .setCaseId(caseId)
                        .setNeedsAttention(attention)
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> {
            ListRefundPaymentsResponse visible = (ListRefundPaymentsResponse) output().visible(answer);
            console().print(new PaymentTable(console()).render(visible.getPaymentsList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }
}
