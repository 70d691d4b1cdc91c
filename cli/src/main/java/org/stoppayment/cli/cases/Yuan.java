package org.stoppayment.cli.cases;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Money;

/** Sums in yuan as people type them, such as {@code 140,000.00}. */
public final class Yuan {

    private static final Pattern YUAN = Pattern.compile("-?([0-9]{1,3}(,[0-9]{3}){1,6}|[0-9]{1,18})(\\.[0-9]{1,2})?");
    private static final BigDecimal MAX_FEN = BigDecimal.valueOf(Money.MAX_FEN);

    private Yuan() {}

    /** True for digits, with or without commas and two decimals. */
    public static boolean isYuan(String text) {
        return YUAN.matcher(text).matches();
    }

    /** The sum in fen; empty when it is no sum in yuan, or not within 1 fen and the maximum of a transfer. */
    public static Optional<Long> fen(String text) {
        if (!isYuan(text)) {
            return Optional.empty();
        }
        BigDecimal fen = new BigDecimal(text.replace(",", "")).movePointRight(2);
        return fen.signum() > 0 && fen.compareTo(MAX_FEN) <= 0
                ? Optional.of(fen.toBigIntegerExact().longValueExact())
                : Optional.empty();
    }

    /** The sum of an option in fen; fails with the range when it is none. */
    public static long typed(String option, String text) {
        return fen(text.strip())
                .orElseThrow(() -> CliException.usage(
                        FileText.SUM_INVALID,
                        option,
                        text,
                        Money.ofFen(Money.MAX_FEN).toString()));
    }

    /** The same, or nothing: 0. */
    public static long typedOrNothing(String option, String text) {
        return isYuan(text.strip()) && text.matches("[0.\\s]+") ? 0 : typed(option, text);
    }
}
