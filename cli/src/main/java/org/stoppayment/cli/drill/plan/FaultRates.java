package org.stoppayment.cli.drill.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rates of faults.
 *
 * @param institutionPercent share of the time in which an institution has a fault
 * @param mistakePercent share of the victims' transfers that are reported with a wrong name
 */
public record FaultRates(int institutionPercent, int mistakePercent) {

    /** The expected form, for error messages. */
    public static final String FORM = "none, some, storm, or a share such as 10%";

    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})%");

    public FaultRates {
        if (institutionPercent < 0 || institutionPercent > 100 || mistakePercent < 0 || mistakePercent > 100) {
            throw new IllegalArgumentException(institutionPercent + "% (expected: 0% to 100%)");
        }
    }

    /**
     * Reads a profile or a share; throws {@link IllegalArgumentException} with what was expected. A share applies to
     * institutions only: victims make no mistakes.
     */
    public static FaultRates parse(String text) {
        Matcher share = SHARE.matcher(text.strip());
        if (share.matches()) {
            return new FaultRates(Integer.parseInt(share.group(1)), 0);
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "none" -> new FaultRates(0, 0);
            case "some" -> new FaultRates(5, 2);
            case "storm" -> new FaultRates(40, 5);
            default -> throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        };
    }
}
