package org.stoppayment.cli.command;

import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.output.Views;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists alerts. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Lists what needs a person's attention, newest first.")
final class AlertsCommand extends ServiceCommandBase {

    @Mixin
    private PageOption page = new PageOption();

    AlertsCommand(Context context) {
        super(context);
    }

    @Override
    int ask(ServiceClients clients) {
        ListAlertsResponse answer = clients.freeze()
                .listAlerts(ListAlertsRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> print(answer));
    }

    private void print(ListAlertsResponse answer) {
        Table table = new Table("raised", "kind", "case", "application id", "delivered", "detail");
        for (Alert alert : answer.getAlertsList()) {
            table.row(
                    OrderStates.instant(alert.getRaisedAt()),
                    Views.plain(alert.getKind()),
                    alert.getCaseId(),
                    Views.orDash(alert.getApplicationId()),
                    alert.hasDeliveredAt() ? OrderStates.instant(alert.getDeliveredAt()) : "-",
                    Views.orDash(alert.getDetail()));
        }
        console().print(table.isEmpty() ? "no alerts" : table.render());
        page.hint(console(), answer.getNextPageToken());
    }
}
