package org.stoppayment.cli.command.refund.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;

/** What an officer reads before an act on a batch: the batch, and who gets how much into which account. */
final class BatchPreview {

    private static final int MAX_PAYOUTS = 50;

    private final Context context;

    BatchPreview(Context context) {
        this.context = context;
    }

    /** Prints it on the stream of progress. Of more than 50 payouts the first ones, and how to read all. */
    void print(ServiceClients clients, RefundBatch batch) {
        Console console = context.console();
        new BatchView(console).preview((RefundBatch) context.output().visible(batch));
        List<RefundBatchPayout> payouts = first(clients, batch);
        Table table = new Table(Heading.of(
                console, Heading.NUMBER, Heading.CASE, Heading.VICTIM, Heading.TO_PAY, Heading.PAYEE, Heading.ACCOUNT));
        payouts.stream().limit(MAX_PAYOUTS).forEach(payout -> table.row(row(console, payout)));
        if (!table.isEmpty()) {
            console.progress(table.render(console));
        }
        if (payouts.size() > MAX_PAYOUTS) {
            console.progress(console.text(BatchText.PAYOUTS_MORE, MAX_PAYOUTS, batch.getBatchId()));
        }
    }

    private static Object[] row(Console console, RefundBatchPayout payout) {
        return new Object[] {
            payout.getLine().getNumber(),
            payout.getCaseId(),
            payout.getVictimName(),
            Formats.yuan(payout.getAmountFen()),
            Formats.orDash(account(console, payout.getPayee().getAccount())),
            Formats.orDash(account(console, payout.getAccount()))
        };
    }

    private static String account(Console console, Account account) {
        return Stream.of(
                        account.getName(),
                        console.vocabulary().institutionName(account.getInstitutionCode()),
                        account.getNumber())
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + " " + right)
                .orElse("");
    }

    /** One more than is shown, when there are more. */
    private List<RefundBatchPayout> first(ServiceClients clients, RefundBatch batch) {
        List<RefundBatchPayout> payouts = new ArrayList<>();
        String token = "";
        do {
            ListRefundBatchPayoutsResponse page = clients.batches()
                    .listRefundBatchPayouts(ListRefundBatchPayoutsRequest.newBuilder()
                            .setBatchId(batch.getBatchId())
                            .setPageSize(MAX_PAYOUTS)
                            .setPageToken(token)
                            .build());
            payouts.addAll(((ListRefundBatchPayoutsResponse) context.output().visible(page)).getPayoutsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty() && payouts.size() <= MAX_PAYOUTS);
        return payouts;
    }
}
