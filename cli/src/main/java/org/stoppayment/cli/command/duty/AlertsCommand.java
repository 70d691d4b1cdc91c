package org.stoppayment.cli.command.duty;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.AcknowledgeAlertRequest;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.CloseAlertRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, acknowledges and closes alerts. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what needs a person's attention, newest first.",
            "Alerts that an officer has acknowledged or closed are left out unless --is asks for them."
        },
        subcommands = {AlertsCommand.Acknowledge.class, AlertsCommand.Close.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay alerts --kind order_manual,claim_unheld --since 12h",
            "  stoppay alerts ack ALERT --organisation 110 --badge 100234",
            "  stoppay alerts close ALERT --reason 'frozen by order 17' --organisation 110 --badge 100234"
        })
public final class AlertsCommand extends ServiceCommandBase {

    @Mixin
    private PageOption page = new PageOption();

    @Mixin
    private AlertFilterOptions filter = new AlertFilterOptions();

    AlertsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListAlertsResponse answer = clients.freeze()
                .listAlerts(filter.request(context().clock())
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> {
            String table = AlertTable.of(console(), visible(answer.getAlertsList()));
            console().print(table.isEmpty() ? console().text(DutyText.NO_ALERTS) : table);
            page.hint(console(), answer.getNextPageToken());
        });
    }

    private List<Alert> visible(List<Alert> alerts) {
        return alerts.stream().map(alert -> (Alert) output().visible(alert)).toList();
    }

    /** An action on alerts. */
    private abstract static class AlertAction extends ServiceCommandBase {

        @Parameters(paramLabel = "ALERT", arity = "1..*", description = "UUIDs of the alerts.")
        private List<String> alertIds = new ArrayList<>();

        @Mixin
        ActingOfficerOption officer = new ActingOfficerOption();

        AlertAction(Context context) {
            super(context);
        }

        /** Acts on one alert; returns it as it stands then. */
        abstract Alert act(ServiceClients clients, String alertId);

        @Override
        protected int ask(ServiceClients clients) {
            for (String alertId : alertIds) {
                Alert answer = act(clients, alertId);
                show(answer, () -> {
                    Alert alert = (Alert) output().visible(answer);
                    console()
                            .print(console()
                                    .fitted(console()
                                            .text(
                                                    DutyText.ALERT_STANDS,
                                                    alert.getAlertId(),
                                                    AlertTable.state(console(), alert))));
                });
            }
            return ExitCode.OK;
        }
    }

    /** Notes that an officer works on alerts. */
    @Command(
            name = "ack",
            mixinStandardHelpOptions = true,
            description = {
                "Acknowledges alerts: an officer works on them.",
                "Repeating the command changes nothing; the officer who was first stays."
            })
    static final class Acknowledge extends AlertAction {

        Acknowledge(Context context) {
            super(context);
        }

        @Override
        Alert act(ServiceClients clients, String alertId) {
            return clients.freeze()
                    .acknowledgeAlert(AcknowledgeAlertRequest.newBuilder()
                            .setAlertId(alertId)
                            .setOperator(officer.operator())
                            .build())
                    .getAlert();
        }
    }

    /** Closes alerts. */
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {
                "Closes alerts: nothing more is to be done about them.",
                "Repeating the command changes nothing. Exit code 3 when another officer closed one, or for another reason."
            })
    static final class Close extends AlertAction {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
        private String reason = "";

        Close(Context context) {
            super(context);
        }

        @Override
        Alert act(ServiceClients clients, String alertId) {
            return clients.freeze()
                    .closeAlert(CloseAlertRequest.newBuilder()
                            .setAlertId(alertId)
                            .setReason(reason)
                            .setOperator(officer.operator())
                            .build())
                    .getAlert();
        }
    }
}
