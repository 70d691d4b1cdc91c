package org.stoppayment.cli.command.refund.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.cli.command.refund.report.BarChart.Bar;
import org.stoppayment.cli.command.refund.report.BarChart.Mark;
import org.stoppayment.cli.command.refund.report.BarChart.Part;
import org.stoppayment.cli.command.refund.report.RecoveryReport.Named;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.proto.recovery.v1.RecoveryFigures;

/** The charts of a report: where the money is, the return rate, and how long payments took. */
final class RecoveryCharts {

    /** Maximum number of groups that are drawn. */
    static final int MAX_BARS = 24;

    private static final int RIGHT_MARGIN = 16;

    private final Console console;
    private final List<Named> groups;
    private final String extent;

    /** The groups with the most reported money, in their order; without groups, the total. */
    RecoveryCharts(RecoveryReport report) {
        this.console = report.console();
        List<Named> all = report.groups().isEmpty()
                ? List.of(new Named(
                        console.text(ReportText.TOTAL), report.answer().getTotal()))
                : report.groups();
        List<Named> largest = all.stream()
                .sorted(Comparator.comparingLong((Named group) -> reported(group.figures()))
                        .reversed())
                .limit(MAX_BARS)
                .toList();
        this.groups = all.stream().filter(largest::contains).toList();
        this.extent = groups.size() < all.size()
                ? " " + console.text(ReportText.LARGEST_GROUPS, groups.size(), all.size())
                : "";
    }

    /** A part of the reported money. */
    private record Place(String style, TextKey name, ToLongFunction<RecoveryFigures> fen) {}

    private static final List<Place> PLACES = List.of(
            place("returned", RecoveryFigure.RETURNED),
            place("frozen", RecoveryFigure.FROZEN),
            place("held", RecoveryFigure.HELD),
            new Place(
                    "released",
                    ReportText.RELEASED,
                    figures -> sum(figures, RecoveryFigure.LIFTED, RecoveryFigure.LAPSED)),
            place("restored", RecoveryFigure.RESTORED),
            new Place("spent", ReportText.SPENT, figures -> sum(figures, RecoveryFigure.CASH, RecoveryFigure.MERCHANT)),
            place("unknown", RecoveryFigure.UNKNOWN));

    private static Place place(String style, RecoveryFigure figure) {
        return new Place(style, figure, figures -> sum(figures, figure));
    }

    /** The sum; nothing while the event that brings its money is on the way. */
    private static long sum(RecoveryFigures figures, RecoveryFigure... parts) {
        return Math.max(
                0,
                Stream.of(parts).mapToLong(part -> part.of(figures).orElse(0)).reduce(0, Math::addExact));
    }

    private static long reported(RecoveryFigures figures) {
        return figures.getPositions().getReportedFen();
    }

    /** The reported money of each group by where it is. */
    BarChart where() {
        long longest = groups.stream()
                .mapToLong(group -> PLACES.stream()
                        .mapToLong(place -> place.fen().applyAsLong(group.figures()))
                        .sum())
                .reduce(1, Math::max);
        return chart(
                "where",
                ReportText.WHERE_TITLE,
                ReportText.WHERE_DESCRIPTION,
                group -> Formats.yuan(reported(group.figures())),
                group -> stacked(group, longest),
                PLACES.stream()
                        .map(place -> new Mark(place.style(), console.text(place.name())))
                        .toList());
    }

    private List<Part> stacked(Named group, long longest) {
        List<Part> parts = new ArrayList<>();
        int x = 0;
        for (Place place : PLACES) {
            long fen = place.fen().applyAsLong(group.figures());
            int width = BarChart.scaled(fen, longest);
            if (width > 0) {
                parts.add(
                        new Part(x, width, place.style(), name(group, console.text(place.name()), Formats.yuan(fen))));
                x += width;
            }
        }
        return parts;
    }

    /** What was returned of what was stopped. */
    BarChart rate() {
        return chart(
                "rate",
                ReportText.RATE_TITLE,
                ReportText.RATE_DESCRIPTION,
                group -> RecoveryFigure.RETURN_RATE.shown(group.figures()),
                group -> List.of(
                        new Part(
                                0,
                                RecoveryFigure.STOPPED.of(group.figures()).orElse(0) > 0 ? BarChart.FULL : 0,
                                "frame",
                                named(group, RecoveryFigure.STOPPED)),
                        new Part(
                                0,
                                BarChart.scaled(
                                        RecoveryFigure.RETURN_RATE
                                                .of(group.figures())
                                                .orElse(0),
                                        10_000),
                                "returned",
                                named(group, RecoveryFigure.RETURNED))),
                List.of(
                        new Mark("returned", console.text(RecoveryFigure.RETURNED)),
                        new Mark("frame", console.text(RecoveryFigure.STOPPED))));
    }

    /** How long payments took. */
    BarChart days() {
        long longest = groups.stream()
                .map(group -> RecoveryFigure.DAYS_P95.of(group.figures()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(1, Math::max);
        return chart(
                "days",
                ReportText.DAYS_TITLE,
                ReportText.DAYS_DESCRIPTION,
                group -> RecoveryFigure.DAYS_P50.shown(group.figures()) + " / "
                        + RecoveryFigure.DAYS_P95.shown(group.figures()),
                group -> Stream.of(RecoveryFigure.DAYS_P95, RecoveryFigure.DAYS_P50)
                        .map(figure -> new Part(
                                0,
                                BarChart.scaled(figure.of(group.figures()).orElse(0), longest),
                                figure == RecoveryFigure.DAYS_P95 ? "slowest" : "returned",
                                named(group, figure)))
                        .toList(),
                List.of(
                        new Mark("returned", console.text(RecoveryFigure.DAYS_P50)),
                        new Mark("slowest", console.text(RecoveryFigure.DAYS_P95))));
    }

    private String named(Named group, RecoveryFigure figure) {
        return name(group, console.text(figure), figure.shown(group.figures()));
    }

    private String name(Named group, String what, String value) {
        return console.texts().named(group.name(), what + " " + value);
    }

    private BarChart chart(
            String id,
            ReportText title,
            ReportText description,
            Function<Named, String> value,
            Function<Named, List<Part>> parts,
            List<Mark> legend) {
        List<Bar> bars = IntStream.range(0, groups.size())
                .mapToObj(i -> {
                    Named group = groups.get(i);
                    int top = i * BarChart.ROW;
                    return new Bar(top + 14, top + 20, group.name(), value.apply(group), parts.apply(group));
                })
                .toList();
        return new BarChart(
                id,
                console.text(title),
                console.text(description) + extent,
                BarChart.FULL + RIGHT_MARGIN,
                groups.size() * BarChart.ROW,
                bars,
                legend);
    }
}
