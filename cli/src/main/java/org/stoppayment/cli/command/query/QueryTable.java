package org.stoppayment.cli.command.query;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;

/** Queries as a table. */
final class QueryTable {

    private final Console console;

    QueryTable(Console console) {
        this.console = console;
    }

    /** One line for each query. */
    String render(List<Query> queries) {
        Table table = new Table(Heading.of(
                console,
                Heading.APPLICATION_ID,
                Heading.KIND,
                Heading.STATE,
                Heading.ACCOUNT,
                Heading.INSTITUTION,
                Heading.AT,
                Heading.CASE,
                Heading.REPORTS,
                Heading.CODE,
                Heading.NOTES));
        for (Query query : queries) {
            table.row(
                    query.getApplicationId(),
                    console.vocabulary().value(query.getKind()),
                    state(console, query),
                    Formats.number(query.getAccount()),
                    Formats.orDash(
                            console.vocabulary().institution(query.getAccount().getInstitutionCode())),
                    query.hasRequestedAt() ? console.moment(query.getRequestedAt()) : Formats.orDash(""),
                    Formats.orDash(query.getCaseId()),
                    query.getReports() == 0 ? Formats.orDash("") : query.getReports(),
                    Formats.orDash(console.vocabulary().resultCode(query.getResultCode())),
                    notes(query));
        }
        return table.isEmpty() ? console.text(QueryText.NO_QUERIES) : table.render(console);
    }

    /** The state in its tone. */
    static String state(Console console, Query query) {
        return console.toned(tone(query.getState()), console.vocabulary().value(query.getState()));
    }

    private static Tone tone(QueryState state) {
        return switch (state) {
            case QUERY_STATE_ANSWERED -> Tone.GOOD;
            case QUERY_STATE_DECLINED, QUERY_STATE_MANUAL -> Tone.BAD;
            case QUERY_STATE_IN_DOUBT -> Tone.WARNING;
            default -> Tone.QUIET;
        };
    }

    private String notes(Query query) {
        List<String> notes = new ArrayList<>();
        notes.add(console.vocabulary().code(query.getManualReason()));
        notes.add(String.join(" ", query.getMissingList()));
        notes.removeIf(String::isEmpty);
        return Formats.orDash(String.join("; ", notes));
    }
}
