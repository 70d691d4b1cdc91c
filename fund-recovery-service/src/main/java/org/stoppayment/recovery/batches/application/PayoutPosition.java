package org.stoppayment.recovery.batches.application;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.kernel.ServiceException;

/**
 * A payout of a batch: what a plan pays never changes, so neither does the order of its payouts.
 *
 * @param line number of the plan in the batch, from 1; 0: before the first
 * @param payout number of the payout among those of the plan, from 1
 */
record PayoutPosition(int line, int payout) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})");

    /** The position that a token of a page names; before the first payout when it is empty. */
    static PayoutPosition of(String token) {
        if (token.isEmpty()) {
            return new PayoutPosition(0, 0);
        }
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            throw new ServiceException.InvalidInput(
                    "pageToken", "FORM", "value: " + token.length() + " characters (expected: that of a page before)");
        }
        return new PayoutPosition(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** As the token of a page. */
    @Override
    public String toString() {
        return line + "." + payout;
    }
}
