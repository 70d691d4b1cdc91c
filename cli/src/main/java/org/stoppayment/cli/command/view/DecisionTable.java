package org.stoppayment.cli.command.view;

import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.ClaimEnd;
import org.stoppayment.proto.freeze.v1.Decision;
import org.stoppayment.proto.freeze.v1.StopAmendment;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** What was decided about orders, by whom and why, as a table. */
public final class DecisionTable {

    private DecisionTable() {}

    /** The decisions as {@link #rows} has them; empty when there is none. */
    public static String of(Console console, List<StopOrder> orders) {
        return String.join("\n", rows(console, orders));
    }

    /** A title, the headings and each decision, order by order, each from the oldest; nothing when there is none. */
    public static List<String> rows(Console console, List<StopOrder> orders) {
        Table table = new Table(Heading.of(
                console,
                Heading.APPLICATION_ID,
                Heading.DECIDED,
                Heading.DECISION,
                Heading.REASON,
                Heading.REFERENCE,
                Heading.OFFICER));
        for (StopOrder order : orders) {
            lines(console, order)
                    .forEach(line -> table.row(
                            order.getApplicationId(),
                            console.moment(line.at()),
                            line.what(),
                            Formats.orDash(line.decision().getReason()),
                            Formats.orDash(line.decision().getReference()),
                            officer(console, line.decision().getOperator())));
        }
        return table.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(console.text(ViewText.DECISIONS)), table.rows(console).stream())
                        .toList();
    }

    private record Line(Timestamp at, String what, Decision decision) {}

    private static List<Line> lines(Console console, StopOrder order) {
        List<Line> lines = new ArrayList<>();
        order.getTimelineList().stream()
                .filter(TimelineEntry::hasDecision)
                .map(entry -> new Line(entry.getAt(), step(console, entry), entry.getDecision()))
                .forEach(lines::add);
        order.getAmendmentsList().stream()
                .map(amendment ->
                        new Line(amendment.getRequestedAt(), amendment(console, amendment), amendment.getDecision()))
                .forEach(lines::add);
        if (order.hasClaimEnd()) {
            ClaimEnd end = order.getClaimEnd();
            Decision decision = decision(end);
            if (lines.stream().noneMatch(line -> line.decision().equals(decision))) {
                lines.add(new Line(end.getEndedAt(), console.vocabulary().value(end.getCause()), decision));
            }
        }
        lines.sort(Comparator.comparing(line -> OrderStates.instant(line.at())));
        return lines;
    }

    private static Decision decision(ClaimEnd end) {
        return Decision.newBuilder()
                .setReason(end.getReason())
                .setReference(end.getReference())
                .setOperator(end.getOperator())
                .build();
    }

    /** A cause begins with its stable code. */
    private static String step(Console console, TimelineEntry entry) {
        String cause = entry.getCause();
        String code = cause.split("[ :,]", 2)[0];
        String rest = cause.substring(code.length()).replaceFirst("^[ :,]+", "");
        return switch (code) {
            case "ROUTED" -> console.text(ViewText.ROUTED, console.vocabulary().institution(rest));
            case "FEEDBACK" ->
                console.text(ViewText.RECORDED, console.vocabulary().resultCode(rest));
            case "NOT_TO_BE_STOPPED" -> console.text(ViewText.NOT_TO_BE_STOPPED);
            case "CASE_WITHDRAWN" -> console.text(ViewText.CASE_WITHDRAWN);
            case "RESTOPPED" -> console.text(ViewText.RESTOPPED);
            default -> console.vocabulary().cause(cause);
        };
    }

    private static String amendment(Console console, StopAmendment amendment) {
        return console.text(
                ViewText.AMENDMENT,
                console.vocabulary().value(amendment.getKind()),
                console.vocabulary().value(amendment.getState()),
                amendment.getResultCode().isEmpty() ? 0 : 1,
                amendment.getResultCode());
    }

    /** Who decided; the suite itself and decisions without a record have names of their own. */
    public static String officer(Console console, Operator operator) {
        return switch (operator.getOrganisation()) {
            case "SYSTEM" -> console.text(ViewText.BY_THE_SYSTEM);
            case "NOT_RECORDED" -> console.text(ViewText.NOT_RECORDED);
            default -> Formats.orDash((operator.getOrganisation() + " " + operator.getBadgeNumber()).strip());
        };
    }
}
