package org.stoppayment.cli.drill.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.figures.DrillReport.Moment;

/** The charts of the report that have a time axis. */
final class TimeCharts {

    private static final int LEFT = 70;
    private static final int RIGHT = 610;
    private static final int NARROW = 555;
    private static final int TOP = 12;
    private static final int BOTTOM = 260;
    private static final int ROW = 40;

    private TimeCharts() {}

    /** How much of what could be stopped was stopped, and gone, so long after the call. */
    static String race(List<Moment> race, long stoppableFen) {
        TimeAxis axis = TimeAxis.of(race.stream().map(Moment::millis).toList(), LEFT, RIGHT);
        StringBuilder chart = new StringBuilder(axis.draw(TOP, BOTTOM));
        for (int percent = 0; percent <= 100; percent += 25) {
            long y = BOTTOM - (BOTTOM - TOP) * percent / 100;
            chart.append(Svg.line(LEFT, y, RIGHT, y, "grid"));
            chart.append(Svg.text(LEFT - 8, y + 4, "end", "small", percent + " %"));
        }
        Moment last = race.get(race.size() - 1);
        chart.append(curve(race, stoppableFen, axis, true));
        chart.append(curve(race, stoppableFen, axis, false));
        chart.append(ending(last.stoppedFen(), stoppableFen, "已止付", "stopped", -2));
        chart.append(ending(last.goneFen(), stoppableFen, "已流出", "gone", -2));
        chart.append(Svg.text(
                (LEFT + RIGHT) / 2, BOTTOM + 38, "middle", "small", "报案后时间(对数) · time from the call (log scale)"));
        return Svg.chart(BOTTOM + 46, "the race", chart.toString());
    }

    private static String curve(List<Moment> race, long stoppableFen, TimeAxis axis, boolean stopped) {
        StringBuilder path = new StringBuilder("<path class=\"curve ")
                .append(stopped ? "stopped-line" : "cash-line")
                .append("\" d=\"M")
                .append(LEFT)
                .append(' ')
                .append(BOTTOM);
        for (Moment moment : race) {
            path.append(" H").append(axis.place(moment.millis()));
            path.append(" V").append(height(stopped ? moment.stoppedFen() : moment.goneFen(), stoppableFen));
        }
        return path.append("\"/>").toString();
    }

    private static String ending(long fen, long stoppableFen, String chinese, String english, int shift) {
        long y = height(fen, stoppableFen) + shift;
        return Svg.text(RIGHT + 10, y, "start", "label", chinese)
                + Svg.text(RIGHT + 10, y + 14, "start", "small", english);
    }

    private static long height(long fen, long wholeFen) {
        return wholeFen == 0 ? BOTTOM : BOTTOM - Math.multiplyExact(fen, BOTTOM - TOP) / wholeFen;
    }

    /** From the call to the stops of each level. */
    static String stopTimes(List<DrillReport.Level> levels) {
        List<DrillReport.Level> stopped =
                levels.stream().filter(level -> level.stops() > 0).toList();
        TimeAxis axis = TimeAxis.of(
                stopped.stream()
                        .flatMap(level -> Stream.of(orNothing(level.p50Millis()), orNothing(level.p99Millis())))
                        .toList(),
                LEFT,
                NARROW);
        int bottom = TOP + ROW * Math.max(stopped.size(), 1);
        StringBuilder chart = new StringBuilder(axis.draw(TOP, bottom));
        int y = TOP + ROW / 2;
        for (DrillReport.Level level : stopped) {
            long p50 = orNothing(level.p50Millis());
            long p95 = orNothing(level.p95Millis());
            long p99 = orNothing(level.p99Millis());
            chart.append(Svg.text(LEFT - 12, y + 4, "end", "label", level.level() + " 级"));
            chart.append(Svg.line(axis.place(p50), y, axis.place(p99), y, "range"));
            chart.append(Svg.dot(axis.place(p99), y, "p99", "p99 " + p99 + " ms"));
            chart.append(Svg.dot(axis.place(p95), y, "p95", "p95 " + p95 + " ms"));
            chart.append(Svg.dot(axis.place(p50), y, "p50", "p50 " + p50 + " ms"));
            chart.append(Svg.text(
                    NARROW + 14,
                    y + 4,
                    "start",
                    "small number",
                    seconds(p50) + " / " + seconds(p95) + " / " + seconds(p99)));
            y += ROW;
        }
        return Svg.chart(bottom + 28, "time to the stop by level", chart.toString());
    }

    /** Seconds with two decimals; no floating point. */
    static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).setScale(2, RoundingMode.HALF_UP).toPlainString() + " s";
    }

    private static long orNothing(@Nullable Long millis) {
        return millis == null ? 0 : millis;
    }
}
