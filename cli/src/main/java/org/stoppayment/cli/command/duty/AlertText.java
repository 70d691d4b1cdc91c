package org.stoppayment.cli.command.duty;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.Alert;

/**
 * What each kind of alert says. Arguments: 0 where the order stands, 1 its result code, 2 when its stop ends, 3 the sum at stake, 4 the
 * first code of the detail, 5 the other cases and transfers that the detail names.
 */
enum AlertText implements TextKey {
    ORDER_FAILING,
    ORDER_MANUAL,
    LAPSE_FIRST_WARNING,
    LAPSE_SECOND_WARNING,
    LAPSE_LAST_WARNING,
    FOLLOW_UP_DECLINED,
    BOOKING_UNCLEAR,
    FEEDBACK_CONFLICT,
    BOOKS_DO_NOT_ADD_UP,
    HELD_BY_OTHER,
    STOP_MOMENT_UNCLEAR,
    CLAIM_UNHELD,
    OWN_ACCOUNT_STOPPED,
    VICTIM_ACCOUNT,
    POSSIBLE_DUPLICATE_REPORT,
    ORDER_DECLINED,
    MONEY_UNKNOWN,
    NOTHING_HELD,
    FREEZE_MANUAL,
    FREEZE_DECLINED,
    FREEZE_ENDING,
    FREEZE_LAPSED,
    OBJECTION_DUE,
    OBJECTION_OVERDUE,
    OBJECTION_RELEASE_FAILED,
    UNRELATED_FUNDS_HELD,
    OWNER_NOT_NOTIFIED,
    FREEZE_OF_WITHDRAWN_CASE;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What an alert says; the detail as it is when the kind is that of a newer service. */
    static String of(Console console, Alert alert) {
        String kind = Vocabulary.shortName(alert.getKind());
        return Arrays.stream(values())
                .filter(text -> text.name().equals(kind))
                .findFirst()
                .map(text -> console.text(
                        text,
                        console.vocabulary().value(alert.getOrderState()),
                        Formats.orDash(console.vocabulary().resultCode(alert.getResultCode())),
                        alert.hasStopEndsAt() ? console.moment(alert.getStopEndsAt()) : "-",
                        Formats.yuan(alert.getAtStakeFen()),
                        console.vocabulary().code(firstCode(alert.getDetail())),
                        Formats.orDash(String.join(" ", others(alert)))))
                .orElseGet(() -> Formats.orDash(alert.getDetail()));
    }

    private static String firstCode(String detail) {
        return detail.split("[ :,]", 2)[0];
    }

    private static List<String> others(Alert alert) {
        return ID.matcher(alert.getDetail())
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(id -> !id.equals(alert.getCaseId()) && !id.equals(alert.getApplicationId()))
                .toList();
    }
}
