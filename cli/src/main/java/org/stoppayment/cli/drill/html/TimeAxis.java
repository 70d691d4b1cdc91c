package org.stoppayment.cli.drill.html;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A logarithmic time axis.
 *
 * @param minMillis its beginning: a power of ten below every time that is drawn; at least 1
 * @param maxMillis its end
 * @param left x of its beginning
 * @param right x of its end
 */
public record TimeAxis(long minMillis, long maxMillis, long left, long right) {

    /** A grid line with its label, such as {@code 0.1 s}. */
    public record Tick(long x, String label) {}

    /** The axis that covers all these times. */
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

    /** The x of a time; shorter times than {@code minMillis} are at the beginning. */
    long x(long millis) {
        double whole = Math.log10((double) maxMillis / minMillis);
        double part = Math.log10((double) Math.max(millis, minMillis) / minMillis);
        return left + Math.round((right - left) * part / whole);
    }

    /** A tick for each power of ten. */
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long millis = minMillis; millis <= maxMillis; millis *= 10) {
            String seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
            ticks.add(new Tick(x(millis), seconds + " s"));
        }
        return ticks;
    }
}
