package org.stoppayment.cli.drill.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shares and percentiles, without floating point. */
final class Percentages {

    private Percentages() {}

    /** A share in percent with two decimals, rounded down, so that 100.00 means all; null when the whole is 0. */
    static @Nullable BigDecimal percent(long partFen, long wholeFen) {
        return wholeFen == 0
                ? null
                : BigDecimal.valueOf(partFen)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(wholeFen), 2, RoundingMode.DOWN);
    }

    /** A percentile by the nearest-rank method; empty without values. */
    static Optional<Long> percentile(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (sorted.size() * percent + 99) / 100;
        return Optional.of(sorted.get(Math.max(rank, 1) - 1));
    }
}
