package org.stoppayment.cli.drill.html;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * An axis of times on which ten times as long is always the same distance.
 *
 * @param leastMillis where it begins: a power of ten below everything that is drawn, so that nothing is drawn elsewhere than
 *     it happened; 1 at least
 * @param mostMillis where it ends
 * @param left place of its beginning
 * @param right place of its end
 */
record TimeAxis(long leastMillis, long mostMillis, long left, long right) {

    /** The axis on which all these times have a place. */
    static TimeAxis of(Collection<Long> millis, long left, long right) {
        long smallest =
                millis.stream().filter(each -> each > 0).min(Long::compare).orElse(1_000L);
        long least = 1;
        while (least * 10 < smallest) {
            least *= 10;
        }
        long longest = millis.stream().max(Long::compare).orElse(1_000L);
        return new TimeAxis(least, Math.max(longest, least * 10), left, right);
    }

    /** The place of a time; what is shorter than the axis begins is at its beginning. */
    long place(long millis) {
        double whole = Math.log10((double) mostMillis / leastMillis);
        double part = Math.log10((double) Math.max(millis, leastMillis) / leastMillis);
        return left + Math.round((right - left) * part / whole);
    }

    /** The axis itself: a tick and a grid line for 0.1 s, 1 s, 10 s and so on. */
    String draw(long top, long bottom) {
        StringBuilder axis = new StringBuilder();
        for (long tick = leastMillis; tick <= mostMillis; tick *= 10) {
            long x = place(tick);
            axis.append(Svg.line(x, top, x, bottom, "grid"));
            axis.append(Svg.text(x, bottom + 18, "middle", "small", seconds(tick)));
        }
        return axis.toString();
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
    }
}
