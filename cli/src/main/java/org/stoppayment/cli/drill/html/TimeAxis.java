package org.stoppayment.cli.drill.html;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A logarithmic time axis.
 *
 * @param minMillis where it begins: a power of ten below every time that is drawn, so that nothing is drawn elsewhere than it
 *     happened; 1 at least
 * @param maxMillis where it ends
 * @param left x of its beginning
 * @param right x of its end
 */
public record TimeAxis(long minMillis, long maxMillis, long left, long right) {

    /** A grid line with its label, such as {@code 0.1 s}. */
    public record Tick(long x, String label) {}

    /** The axis on which all these times have a place. */
    static TimeAxis of(Collection<Long> millis, long left, long right) {
        long smallest =
                millis.stream().filter(each -> each > 0).min(Long::compare).orElse(1_000L);
        long min = 1;
        while (min * 10 < smallest) {
            min *= 10;
        }
        long longest = millis.stream().max(Long::compare).orElse(1_000L);
        return new TimeAxis(min, Math.max(longest, min * 10), left, right);
    }

    /** The x of a time; what is shorter than the axis begins is at its beginning. */
    long place(long millis) {
        double whole = Math.log10((double) maxMillis / minMillis);
        double part = Math.log10((double) Math.max(millis, minMillis) / minMillis);
        return left + Math.round((right - left) * part / whole);
    }

    /** A tick for each power of ten. */
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long millis = minMillis; millis <= maxMillis; millis *= 10) {
            String seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
            ticks.add(new Tick(place(millis), seconds + " s"));
        }
        return ticks;
    }
}
