package org.stoppayment.cli.drill.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Reports per second, such as {@code 5}, {@code 5/s} or {@code 0.2}.
 *
 * @param perThousandSeconds reports per thousand seconds
 */
public record Rate(long perThousandSeconds) {

    /** The expected form, for error messages. */
    public static final String FORM = "reports a second, such as 5, 5/s or 0.2; 0.001 to 1000";

    private static final long MAX_PER_THOUSAND_SECONDS = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,3})?(/s)?");

    public Rate {
        if (!isValid(perThousandSeconds)) {
            throw new IllegalArgumentException(perThousandSeconds + " in 1000 s (expected: " + FORM + ")");
        }
    }

    /** Reads a rate; throws {@link IllegalArgumentException} with what was expected. */
    public static Rate parse(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        long inThousandSeconds = new BigDecimal(text.strip().replace("/s", ""))
                .movePointRight(3)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        if (!isValid(inThousandSeconds)) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        return new Rate(inThousandSeconds);
    }

    private static boolean isValid(long perThousandSeconds) {
        return perThousandSeconds >= 1 && perThousandSeconds <= MAX_PER_THOUSAND_SECONDS;
    }

    /** When a report is due; the first has number 0. */
    long dueMillis(int number) {
        return number * 1_000_000L / perThousandSeconds;
    }

    /** The command line form. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(perThousandSeconds, 3).stripTrailingZeros().toPlainString() + "/s";
    }
}
