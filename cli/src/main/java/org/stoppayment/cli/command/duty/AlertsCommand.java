package org.stoppayment.cli.command.duty;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
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
public final class AlertsCommand extends ServiceCommandBase {

    @Mixin
    private PageOption page = new PageOption();

    AlertsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListAlertsResponse answer = clients.freeze()
                .listAlerts(ListAlertsRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> print(answer));
    }

    private void print(ListAlertsResponse answer) {
        Table table = new Table(Heading.of(
                console(),
                Heading.RAISED,
                Heading.KIND,
                Heading.CASE,
                Heading.APPLICATION_ID,
                Heading.DELIVERED,
                Heading.DETAIL));
        for (Alert alert : answer.getAlertsList()) {
            table.row(
                    console().moment(alert.getRaisedAt()),
                    console().vocabulary().value(alert.getKind()),
                    alert.getCaseId(),
                    Formats.orDash(alert.getApplicationId()),
                    alert.hasDeliveredAt() ? console().moment(alert.getDeliveredAt()) : "-",
                    Formats.orDash(alert.getDetail()));
        }
        console().print(table.isEmpty() ? console().text(DutyText.NO_ALERTS) : table.render());
        page.hint(console(), answer.getNextPageToken());
    }
}
