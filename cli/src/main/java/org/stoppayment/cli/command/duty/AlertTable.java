package org.stoppayment.cli.command.duty;

import java.util.List;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.freeze.v1.Alert;

/** Alerts as a table. */
final class AlertTable {

    private AlertTable() {}

    /** One line per alert; empty when there is none. */
    static String of(Console console, List<Alert> alerts) {
        Table table = new Table(Heading.of(
                console,
                Heading.ALERT,
                Heading.RAISED,
                Heading.STATE,
                Heading.KIND,
                Heading.AT_STAKE,
                Heading.INSTITUTION,
                Heading.CASE,
                Heading.APPLICATION_ID,
                Heading.DETAIL));
        for (Alert alert : alerts) {
            table.row(
                    alert.getAlertId(),
                    console.moment(alert.getRaisedAt()),
                    state(console, alert),
                    console.vocabulary().value(alert.getKind()),
                    Formats.yuan(alert.getAtStakeFen()),
                    institution(console, alert),
                    alert.getCaseId(),
                    Formats.orDash(
                            alert.getOrderApplicationId().isEmpty()
                                    ? alert.getApplicationId()
                                    : alert.getOrderApplicationId()),
                    AlertText.of(console, alert));
        }
        return table.isEmpty() ? "" : table.render(console);
    }

    private static String institution(Console console, Alert alert) {
        String name = console.texts().language() == Language.ZH
                ? alert.getInstitutionName()
                : alert.getInstitutionEnglishName();
        return Formats.orDash((alert.getInstitutionCode() + " " + name).strip());
    }

    /** Whether somebody has taken care of an alert, who and when. */
    static String state(Console console, Alert alert) {
        if (alert.hasClosure()) {
            return console.text(
                    DutyText.ALERT_CLOSED_BY,
                    DecisionTable.officer(console, alert.getClosure().getOperator()),
                    console.moment(alert.getClosure().getClosedAt()),
                    alert.getClosure().getReason());
        }
        return alert.hasAcknowledgement()
                ? console.text(
                        DutyText.ALERT_ACKNOWLEDGED_BY,
                        DecisionTable.officer(
                                console, alert.getAcknowledgement().getOperator()),
                        console.moment(alert.getAcknowledgement().getAcknowledgedAt()))
                : console.vocabulary().value(alert.getState());
    }
}
