package org.stoppayment.cli.drill.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.drill.figures.DrillReport.Level;

/**
 * From the call to the stops of each level; for {@code stop-times.html}.
 *
 * @param axis time
 * @param rows from top to bottom, one for each level with stops
 */
public record StopTimeChart(TimeAxis axis, List<Row> rows) {

    private static final int LEFT = 70;
    private static final int RIGHT = 555;
    private static final int TOP = 12;
    private static final int ROW_HEIGHT = 40;

    /** The percentiles of a level. */
    public record Row(int y, int level, Dot p50, Dot p95, Dot p99) {}

    /** A percentile in milliseconds and its x. */
    public record Dot(long x, long millis) {

        /** Such as {@code 1.25 s}. */
        public String seconds() {
            return BigDecimal.valueOf(millis, 3)
                            .setScale(2, RoundingMode.HALF_UP)
                            .toPlainString() + " s";
        }
    }

    static StopTimeChart of(List<Level> levels) {
        List<Level> stopped = levels.stream().filter(level -> level.stops() > 0).toList();
        List<Long> times = stopped.stream()
                .flatMap(level -> Stream.of(orZero(level.p50Millis()), orZero(level.p99Millis())))
                .toList();
        TimeAxis axis = TimeAxis.of(times, LEFT, RIGHT);
        List<Row> rows = new ArrayList<>();
        for (Level level : stopped) {
            rows.add(new Row(
                    TOP + ROW_HEIGHT / 2 + rows.size() * ROW_HEIGHT,
                    level.level(),
                    dot(axis, level.p50Millis()),
                    dot(axis, level.p95Millis()),
                    dot(axis, level.p99Millis())));
        }
        return new StopTimeChart(axis, rows);
    }

    private static Dot dot(TimeAxis axis, @Nullable Long millis) {
        return new Dot(axis.x(orZero(millis)), orZero(millis));
    }

    private static long orZero(@Nullable Long millis) {
        return millis == null ? 0 : millis;
    }

    /** The y where the axis begins. */
    public int top() {
        return TOP;
    }

    /** The y where the axis ends. */
    public int bottom() {
        return TOP + ROW_HEIGHT * Math.max(rows.size(), 1);
    }
}
