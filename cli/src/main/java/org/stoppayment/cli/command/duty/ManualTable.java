package org.stoppayment.cli.command.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.intake.v1.VictimContact;

/** Orders that wait for a person, with what is at stake and whom to ask. Masking is up to the caller. */
final class ManualTable {

    private ManualTable() {}

    /** One line for each order; ages are counted to {@code now}. */
    static String of(Console console, List<StopOrder> orders, CaseContacts contacts, Instant now) {
        Table table = new Table(Heading.of(
                console,
                Heading.APPLICATION_ID,
                Heading.CASE,
                Heading.AGE,
                Heading.AT_RISK,
                Heading.ACCOUNT,
                Heading.INSTITUTION,
                Heading.REASON,
                Heading.CANDIDATES,
                Heading.VICTIM,
                Heading.PHONE));
        for (StopOrder order : orders) {
            VictimContact contact = contacts.of(order.getCaseId());
            table.row(
                    order.getApplicationId(),
                    Formats.orDash(order.getCaseId()),
                    age(console, order, now),
                    Formats.yuan(order.getTaintedFen()),
                    Formats.number(order.getAccount()),
                    Formats.orDash(
                            console.vocabulary().institution(order.getAccount().getInstitutionCode())),
                    Formats.orDash(console.vocabulary().code(order.getManualReason())),
                    Formats.orDash(console.texts()
                            .listed(order.getCandidateInstitutionCodesList().stream()
                                    .map(console.vocabulary()::institution)
                                    .toList())),
                    Formats.orDash(contact.getName()),
                    Formats.orDash(contact.getPhone()));
        }
        return table.isEmpty() ? console.text(DutyText.NO_MANUAL_ORDERS) : table.render(console);
    }

    /** For how long it has waited for a person. */
    private static String age(Console console, StopOrder order, Instant now) {
        return order.getTimelineList().stream()
                .filter(step -> step.getState() == StopOrderState.STOP_ORDER_STATE_MANUAL)
                .map(TimelineEntry::getAt)
                .map(OrderStates::instant)
                .max(Instant::compareTo)
                .map(since -> console.texts().age(Duration.between(since, now)))
                .orElse(Formats.orDash(""));
    }
}
