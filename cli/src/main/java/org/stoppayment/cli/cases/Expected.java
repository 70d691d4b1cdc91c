package org.stoppayment.cli.cases;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;

/**
 * The expectation of a settled case. A total that is null is not compared.
 *
 * @param accounts exactly the accounts that have an order
 * @param reportedFen the loss: what left the victim's side
 * @param taintedHeldFen tainted money that stops hold in all
 * @param balanceHeldFen whole balances held in all
 * @param cashFen taint that left in cash
 * @param merchantFen taint that left to merchants
 * @param restoredFen taint that went back to the victim's side
 * @param frozenFen taint that freezes hold
 * @param levels the highest level
 */
public record Expected(
        List<ExpectedAccount> accounts,
        @Nullable Long reportedFen,
        @Nullable Long taintedHeldFen,
        @Nullable Long balanceHeldFen,
        @Nullable Long cashFen,
        @Nullable Long merchantFen,
        @Nullable Long restoredFen,
        @Nullable Long frozenFen,
        @Nullable Integer levels) {

    public Expected {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    /** Reads an expectation. One without accounts is refused, because any case would meet it. */
    public static Expected read(Path file) {
        Expected expected = JsonFile.as(file, Expected.class);
        if (expected.accounts().isEmpty()) {
            throw CliException.usage(FileText.NO_ACCOUNTS, file);
        }
        return expected;
    }

    /**
     * The expectation of one account.
     *
     * @param number its number
     * @param level fewest transfers from a victim; 0 for a protective stop
     * @param state the stop order's state, without prefix
     * @param taintedHeldFen tainted money held there
     * @param balanceHeldFen whole balance held there
     */
    public record ExpectedAccount(String number, int level, String state, long taintedHeldFen, long balanceHeldFen) {}
}
