package org.stoppayment.cli.drill.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.drill.figures.DrillReport.Level;

/**
 * From the call to the stops of each level.
 *
 * @param axis time
 * @param rows from top to bottom, one for each level with stops
 * @param bottom y of the lower end of the axis
 */
record StopTimeChart(TimeAxis axis, List<Row> rows, int bottom) {

    private static final int LEFT = 70;
    private static final int RIGHT = 555;
    private static final int TOP = 12;
    private static final int ROW_HEIGHT = 40;

    /** A level, its percentiles, and all three in words. */
    record Row(int y, int level, Dot p50, Dot p95, Dot p99, String text) {}

    /** A percentile in milliseconds and its x. */
    record Dot(long x, long millis) {}

    static StopTimeChart of(List<Level> levels) {
        List<Level> stopped = levels.stream().filter(level -> level.stops() > 0).toList();
        List<Long> times = new ArrayList<>();
        stopped.forEach(level -> {
            times.add(orZero(level.p50Millis()));
            times.add(orZero(level.p99Millis()));
        });
        TimeAxis axis = TimeAxis.of(times, LEFT, RIGHT);
        List<Row> rows = new ArrayList<>();
        for (Level level : stopped) {
            Dot p50 = dot(axis, level.p50Millis());
            Dot p95 = dot(axis, level.p95Millis());
            Dot p99 = dot(axis, level.p99Millis());
            rows.add(new Row(
                    TOP + ROW_HEIGHT / 2 + rows.size() * ROW_HEIGHT,
                    level.level(),
                    p50,
                    p95,
                    p99,
                    seconds(p50) + " / " + seconds(p95) + " / " + seconds(p99)));
        }
        return new StopTimeChart(axis, rows, TOP + ROW_HEIGHT * Math.max(rows.size(), 1));
    }

    private static Dot dot(TimeAxis axis, @Nullable Long millis) {
        return new Dot(axis.place(orZero(millis)), orZero(millis));
    }

    private static String seconds(Dot dot) {
        return BigDecimal.valueOf(dot.millis(), 3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString() + " s";
    }

    private static long orZero(@Nullable Long millis) {
        return millis == null ? 0 : millis;
    }
}
