package org.stoppayment.cli.command.refund.report;

import com.google.protobuf.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.command.refund.explain.Grid;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.csv.Csv;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.proto.recovery.v1.RecoveryFigures;
import org.stoppayment.proto.recovery.v1.RecoveryGroup;

/**
 * Figures of recovery, as they were asked for.
 *
 * @param console in whose language they are shown
 * @param first first day
 * @param last last day
 * @param by what rows are grouped by, in this order
 * @param answer of the service
 */
record RecoveryReport(
        Console console, LocalDate first, LocalDate last, List<Grouping> by, GetRecoveryFiguresResponse answer) {

    /** A group by its name. */
    record Named(String name, RecoveryFigures figures) {}

    /** The groups in their order. */
    List<Named> groups() {
        return answer.getRowsList().stream()
                .map(row -> new Named(name(row), row.getFigures()))
                .toList();
    }

    private String name(RecoveryGroup row) {
        return by.stream().map(grouping -> grouping.shown(console, row)).collect(Collectors.joining(" "));
    }

    /** Groups and total as a table, with these figures. */
    Grid grid(String caption, List<RecoveryFigure> figures) {
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column(console.text(ReportText.GROUP), false));
        figures.forEach(figure -> columns.add(new Grid.Column(console.text(figure), true)));
        List<List<String>> rows = Stream.concat(
                        groups().stream(), Stream.of(new Named(console.text(ReportText.TOTAL), answer.getTotal())))
                .map(group -> Stream.concat(
                                Stream.of(group.name()), figures.stream().map(figure -> figure.shown(group.figures())))
                        .toList())
                .toList();
        return new Grid(caption, columns, rows);
    }

    /** The groups as comma-separated values; without groups, the total. */
    String csv() {
        List<RecoveryFigure> figures = List.of(RecoveryFigure.values());
        Csv csv = new Csv(Stream.concat(
                        by.stream().flatMap(RecoveryReport::columns),
                        figures.stream().map(RecoveryFigure::column))
                .toList());
        if (by.isEmpty()) {
            csv.row(figures.stream()
                    .map(figure -> figure.cell(answer.getTotal()))
                    .toArray());
        }
        answer.getRowsList()
                .forEach(row -> csv.row(Stream.concat(
                                by.stream().flatMap(grouping -> cells(grouping, row)),
                                figures.stream().map(figure -> figure.cell(row.getFigures())))
                        .toArray()));
        return csv.text();
    }

    private static Stream<String> columns(Grouping grouping) {
        return switch (grouping) {
            case FRAUD -> Stream.of("fraud_type");
            case INSTITUTION -> Stream.of("institution_code", "institution");
            case MONTH, STATION, AGE, LEVEL -> Stream.of(grouping.toString());
        };
    }

    private Stream<Object> cells(Grouping grouping, RecoveryGroup row) {
        String typed = grouping.typed(row);
        return switch (grouping) {
            case INSTITUTION -> Stream.of(typed, console.vocabulary().institutionName(typed));
            case LEVEL -> Stream.of(row.getLevel() == 0 ? "" : row.getLevel());
            case MONTH, FRAUD, STATION, AGE -> Stream.of(typed);
        };
    }

    /** What must be known beside the figures. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (answer.getIncomplete()) {
            notes.add(console.text(ReportText.TOO_MANY_GROUPS, answer.getRowsCount()));
        }
        if (answer.getCasesWithoutReport() > 0) {
            notes.add(console.text(ReportText.WITHOUT_REPORT, answer.getCasesWithoutReport()));
        }
        return notes;
    }

    /** When it was computed. */
    Timestamp asOf() {
        return answer.getAsOf();
    }
}
