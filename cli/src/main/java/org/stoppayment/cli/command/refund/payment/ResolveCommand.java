package org.stoppayment.cli.command.refund.payment;

import com.google.protobuf.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentRequest;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what an institution said about a payment that waits for a person. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        description = {
            "Records what an institution said about a payment that is MANUAL or overdue.",
            "It paid: --paid, --receipt and --at, as its receipt says. It did not, and will not: --not-paid, which also",
            "calls off a payment that was never sent. Money that is recorded as not paid is planned again, so be sure."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund resolve PAYMENT --paid 50,000.00 --receipt R-20260301-7 \\",
            "      --at 2026-03-01T10:05 --reason 'fax 2026-0117'",
            "  stoppay refund resolve PAYMENT --not-paid --reason 'Zhang, ICBC duty desk'"
        })
public final class ResolveCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PAYMENT", description = "Id of the payment.")
    private String paymentId = "";

    @Option(names = "--paid", paramLabel = "SUM", description = "What was paid, in yuan, such as 140,000.00.")
    private @Nullable String paid;

    @Option(names = "--receipt", paramLabel = "ID", description = "The institution's own id of the payment.")
    private @Nullable String receipt;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When it paid: 2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00.")
    private @Nullable String at;

    @Option(names = "--not-paid", description = "The institution did not pay, and will not.")
    private boolean notPaid;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "How this is known, 1..200 characters.")
    private String reason = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    ResolveCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (notPaid == (paid != null)) {
            throw CliException.usage(PaymentText.PAID_OR_NOT, notPaid ? 2 : 0);
        }
        if (notPaid && (receipt != null || at != null)) {
            throw CliException.usage(PaymentText.RECEIPT_OF_NOTHING);
        }
        if (!notPaid) {
            receipt();
        }
    }

    private RefundReceipt receipt() {
        String sum = paid == null ? "" : paid;
        String id = receipt;
        String time = at;
        if (id == null || time == null) {
            throw CliException.usage(PaymentText.RECEIPT_INCOMPLETE, id == null ? "--receipt" : "--at");
        }
        return RefundReceipt.newBuilder()
                .setReceiptId(id)
                .setPaidFen(Yuan.typed("--paid", sum))
                .setPaidAt(moment(time))
                .build();
    }

    private Timestamp moment(String typed) {
        return Moments.parse(typed, console().texts().zone())
                .orElseThrow(() -> CliException.usage(PaymentText.MOMENT_INVALID, "--at", typed));
    }

    @Override
    protected int ask(ServiceClients clients) {
        ResolveRefundPaymentRequest.Builder request = ResolveRefundPaymentRequest.newBuilder()
                .setPaymentId(paymentId)
                .setReason(reason)
                .setOperator(officer.operator());
        if (!notPaid) {
            request.setReceipt(receipt());
        }
        ResolveRefundPaymentResponse answer = clients.payments().resolveRefundPayment(request.build());
        return show(answer, () -> console().print(new PaymentTable(console()).render(List.of((RefundPayment)
                        output().visible(answer.getPayment())))));
    }
}
